/**
 * The language of a text. Function words tell the languages that most policies are written in, fast and without the
 * surprises that short or name-heavy text holds for a trigram detector; the detector decides the rest. What the page
 * claims counts only where the text leaves it open.
 */
import { detectAll } from 'tinyld/light'

/** Shorter texts are told apart badly. */
const ENOUGH_UNITS = 120
const SAMPLE_UNITS = 3000
const DETECTOR_UNITS = 700

const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in or your you we our that for is with this any by are as not may from will be have us on if other such',
    de: 'der die das und zu in von den mit sie wir ist für auf nicht ein eine oder werden des im dem als auch ihre bei sich kann unsere',
    fr: 'le la les de des du et à en que vous nous pour dans est une un par sur ou vos votre nos au aux ce cette qui pas sont avec',
    es: 'el la los las de del y en que para por con una un su sus se no es como más o al nuestro usted nuestra puede sobre este',
    it: 'il la di e che per in un una del della dei delle con non si sono da al alla ai o nel nella questo i gli le come più',
    pt: 'o a os as de do da dos das e em que para por com um uma se não no na ao ou seu sua você nós nos como mais são',
    nl: 'de het een en van in is op dat te voor met zijn niet aan die u wij of als door om uw onze deze worden kan bij',
    sv: 'och att i det som en på är av för med till den har de inte om ett vi du din vår kan eller från så när ditt',
    da: 'og at i det som en på er af for med til den har de ikke om et vi du din vores kan eller fra så når dit',
    pl: 'i w na z do że się jest nie o to od dla przez oraz lub które jak po za są może ich twoje nasze usług danych',
    tr: 've bir bu için ile veya olarak da de bize sizin size olan gibi daha kişisel tarafından her kadar ancak en değil',
    fi: 'ja on ei se että tai voi sen ovat mukaan joka kun jos niin sekä käyttää tietoja emme voit',
    cs: 'a v na se je že s z do o pro k nebo jako jsou by za od které aby může vaše naše při které údaje',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** BCP 47 primary language; null where there is too little to tell. */
export function languageOf(texts: readonly string[], claimed: string | null): string | null {
  const sample = sampleOf(texts)
  if (sample.length < ENOUGH_UNITS && !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{20}/u.test(sample)) return null
  const primary = /^[a-z]{2,3}(?=[-_]|$)/i.exec(claimed ?? '')?.[0]?.toLowerCase() ?? null
  return byFunctionWords(sample) ?? byDetector(sample, primary)
}

/** One language with enough of its words, and clearly more of them than any other. */
function byFunctionWords(sample: string): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: string | null = null
  let most = 0
  let second = 0
  for (const [language, known] of Object.entries(FUNCTION_WORDS)) {
    let hits = 0
    for (const word of words) if (known.has(word)) hits++
    if (hits > most) {
      second = most
      most = hits
      best = language
    } else if (hits > second) second = hits
  }
  return most >= 0.15 * words.length && most > 1.25 * second && words.length >= 15 ? best : null
}

const LATIN = /\p{Script=Latin}/gu
/** Languages that are not written in Latin letters; the detector names them for Latin text now and then. */
const OTHER_SCRIPTS = new Set(
  'ar be bg bn el fa he hi hy ja ka kk km kn ko mk mn mr my ne ru sr ta te th uk ur zh am gu'.split(' '),
)

function byDetector(sample: string, primary: string | null): string | null {
  const text = sample.slice(0, DETECTOR_UNITS)
  const isLatin = (text.match(LATIN)?.length ?? 0) > 0.5 * text.length
  const found = detectAll(text).filter((guess) => !(isLatin && OTHER_SCRIPTS.has(guess.lang)))
  const first = found[0]
  if (!first) return primary
  // Close calls are between sister languages, where the page itself knows better.
  const own = found.find((guess) => guess.lang === primary)
  if (own && own.accuracy > 0.6 * first.accuracy) return primary
  if (isLatin && first.accuracy < 0.2) return primary
  return first.lang
}

/** Pieces of long blocks spread over the document, so that one quotation in another language does not decide. */
function sampleOf(texts: readonly string[]): string {
  const long = texts.filter((text) => text.length > 60)
  const from = long.length > 0 ? long : texts
  const step = Math.max(1, Math.floor(from.length / 12))
  let sample = ''
  for (let i = 0; i < from.length && sample.length < SAMPLE_UNITS; i += step) sample += `${from[i]!.slice(0, 250)} `
  return sample.trim()
}
