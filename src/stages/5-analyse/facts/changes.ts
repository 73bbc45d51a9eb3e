/** `changes.*`: how a document says that it will change: days of notice, channels, and acceptance by use. */
import type { Fact } from '../../../core/provision.ts'
import { DURATION, inDays, parseDuration } from './duration.ts'
import type { Passage } from './passage.ts'
import { type FactDocument, type FactReader, factFrom } from './reader.ts'

const CHANGE = /\b(?:chang|updat|modif|revis|amend|alter|supplement|new version|current version|latest version|replac)/
/** The document itself, as its own sentences call it. */
const ITSELF =
  /\b(?:terms|agreements?|polic(?:y|ies)|(?:privacy|cookies?) (?:notice|statement)|this notice|statement|conditions|guidelines|rules|addendum|dpa|eula|tos|these documents?|this document)\b/
const HEADING = /\b(?:chang|updat|modif|amend|revis|variation)/
/** Changes of something else. */
const OTHER_SUBJECT =
  /\b(?:prices?|pricing|fees?|charges|sub-?processors?|subcontractors?|your (?:account |contact )?(?:information|details|email|password|consent|preferences|choices)|cancel|refund|subscription (?:plan|term))\b/

export const readChanges: FactReader = (document) => {
  const passages = changePassages(document)
  return [...noticeDays(passages), ...noticeChannel(passages), ...continuedUse(document.passages, passages)]
}

/** Sentences about changes of the document: they name it and a change, or stand under such a heading or after such a sentence. */
function changePassages({ passages }: FactDocument): readonly Passage[] {
  const found: Passage[] = []
  let near = -1
  for (const passage of passages) {
    const names = CHANGE.test(passage.folded) && ITSELF.test(passage.folded)
    const last = passage.heading.split(' > ').at(-1) ?? ''
    const headed =
      HEADING.test(last) &&
      (ITSELF.test(last) || !/\b(?:service|price|fee|account|subscription|software|product)/.test(last))
    if (names) near = passage.block
    if (names || headed || near === passage.block) found.push(passage)
  }
  return found
}

const NOTICE = /\b(?:notice|notif|inform|advance|prior|before|effective|effect|announc|days after|e-?mail|communicat)/
const NOTICE_DURATION = new RegExp(DURATION, 'g')

function noticeDays(passages: readonly Passage[]): readonly Fact[] {
  for (const passage of passages) {
    const text = passage.folded
    if (!NOTICE.test(text) || !CHANGE.test(text) || OTHER_SUBJECT.test(text)) continue
    for (const match of text.matchAll(NOTICE_DURATION)) {
      const duration = parseDuration(match[0])
      const days = duration && inDays(duration)
      if (!days || days > 200) continue
      const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 90)
      if (/\b(?:notice|notif|advance|prior|before|after|effective|effect|in force)\b/.test(around))
        return [factFrom('changes.noticeDays', days, passage)]
    }
  }
  return []
}

const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['email', /\be-?mail/],
  [
    'posting',
    /\b(?:post(?:ed|ing|s)?|publish\w*|(?:on|to|at|through) (?:this|our|the|its) (?:web ?)?(?:page|site|website)|(?:updat|revis|chang)\w+ the (?:"?[\w ]*"? ?)?date|made available (?:on|at))\b/,
  ],
  [
    'in-product',
    /\b(?:in-?(?:product|app|service|platform)|(?:through|within|via|on|in) (?:our|the|your) (?:services?|platform|apps?|application|interface|account|dashboard|user interface)|pop-?up|banner|log ?in|notification)\b/,
  ],
  ['other', /\b(?:other (?:\w+ )?(?:means|communication|method|channel|manner)s?|otherwise)\b/],
]
const TELLS =
  /\b(?:notif\w*|notice|inform|let you know|post(?:ed|ing)?|publish\w*|e-?mail\w*|communicat\w*|announc\w*|alert|updat\w+ the|revis\w+ the|latest version|current version|check)\b/

function noticeChannel(passages: readonly Passage[]): readonly Fact[] {
  const channels = new Set<string>()
  let best: Passage | null = null
  let most = 0
  for (const passage of passages) {
    if (!TELLS.test(passage.folded) || OTHER_SUBJECT.test(passage.folded)) continue
    const here = CHANNELS.filter(([, pattern]) => pattern.test(passage.folded)).map(([channel]) => channel)
    for (const channel of here) channels.add(channel)
    if (here.length > most) {
      most = here.length
      best = passage
    }
  }
  return best ? [factFrom('changes.noticeChannel', [...channels], best)] : []
}

const CONTINUED =
  /\b(?:continu\w*(?: \w+){0,4} (?:us(?:e|age|ing)|access\w*|availability|participat\w*|subscription)|(?:us(?:e|ing)|access\w*) (?:\w+ ){1,8}(?:after|following|once)|keep using|by using)\b/
const ACCEPTS = /\b(?:accept\w*|agree\w*|consent\w*|bound|acknowledg\w*|deemed|constitut\w*)\b/

function continuedUse(all: readonly Passage[], passages: readonly Passage[]): readonly Fact[] {
  const accepts = (p: Passage) => CONTINUED.test(p.folded) && ACCEPTS.test(p.folded)
  const hit =
    passages.find((p) => accepts(p) && /\bcontinu/.test(p.folded)) ??
    all.find((p) => accepts(p) && /\bcontinu/.test(p.folded) && CHANGE.test(p.folded)) ??
    passages.find(
      (p) => accepts(p) && /\b(?:after|following|once|including any changes)\b/.test(p.folded) && CHANGE.test(p.folded),
    )
  return hit ? [factFrom('changes.continuedUseAccepts', true, hit)] : []
}
