/** `retention.periods`: how long what is kept, as stated. "As long as necessary" states no period. */
import { ofSentence } from './memory.ts'
import { NUMBER_WORDS, parseNumber } from './number.ts'
import { lastHeading, type Passage, type Sentence } from './passage.ts'
import { type FactReader, factFrom } from './reader.ts'
import { inTable, type RetentionPeriod } from './retention-table.ts'
import {
  ABOUT_KEEPING,
  AFTER_CLOSING,
  BEGINS,
  BROUGHT_BACK,
  DELETED_ON_REQUEST,
  DELETES_AFTER,
  DELETES_ON,
  FOR_GOOD,
  FROM_WHEN,
  GONE,
  GONE_AFTER,
  IDLE,
  KEEPING,
  KEEPS,
  KEPT_FOR,
  KEPT_FOR_GOOD,
  KEPT_FOR_GOOD_HERE,
  KEPT_HERE,
  KEPT_IN_TERMS,
  KEPT_THING,
  NO_POLICY,
  NOT_GONE,
  NOT_KEEPING,
  NOT_OURS,
  NOTICE_AFTER,
  ON_EVENT,
  ONLY_NECESSARY,
  READER_DELETES,
  RETRIEVED,
  SPAN,
  WE_KEEP,
  WHILE,
} from './retention-words.ts'

export const readRetention: FactReader = ({ passages }) => {
  const periods: RetentionPeriod[] = []
  let first: Passage | null = null
  for (const passage of passages) {
    for (const period of periodsIn(passage)) {
      if (periods.length >= 60 || periods.some((p) => p.period === period.period && p.what === period.what)) continue
      periods.push(period)
      first ??= passage
    }
  }
  return first ? [factFrom('retention.periods', periods, first, SPAN)] : []
}

const periodsIn = ofSentence((sentence): readonly RetentionPeriod[] => {
  const { folded, kind } = sentence
  const found = kind.includes('cookie') || kind.includes('tracker') || /\|[^|]*\|/.test(folded) ? inTable(sentence) : []
  return found.length > 0 ? found : inSentence(sentence)
})

/** Few sentences have one of these, and to tell that costs little. */
const UNIT = /minute|hour|day|week|month|year/
const ENDLESS = /indefinite|perpetuity|unlimited/
const TIED: readonly (readonly [RegExp, RegExp])[] = [
  [/long as|until|while|duration|life|term|length of|end of|processing period|stored?|retain|kept|keep|saved?/, WHILE],
  [/delet|purg|eras|destroy|discard/, ON_EVENT],
]

function inSentence(passage: Sentence): readonly RetentionPeriod[] {
  const { text, heading, lead, kind } = passage
  // The stops of "e.g." end nothing.
  const folded = passage.folded.replace(/\b(e\.g\.|i\.e\.|approx\.|max\.)/g, (short) => short.replaceAll('.', '_'))
  if (NO_POLICY.test(folded)) return []
  const last = lastHeading(heading)
  const headed = ABOUT_KEEPING.test(last) || ABOUT_KEEPING.test(lead)
  const aboutData = /\b(?:privacy|cookie|trackers?|process\w*|data)\b/.test(kind)
  const periods: RetentionPeriod[] = []
  const add = (from: number, to: number) => {
    const verb = GOES.exec(folded.slice(from, to))?.[0].length ?? 0
    if (periods.length < 20)
      periods.push({ what: whatIsKept(passage, from + verb), period: inFigures(text.slice(from, to).trim()) })
  }
  const spans: (readonly [number, number])[] = []
  for (const match of UNIT.test(folded) ? folded.matchAll(SPAN) : []) {
    const end = match.index + match[0].length
    if (match.index < (spans.at(-1)?.[1] ?? 0) || !isKeptFor(folded, match.index, end, headed, aboutData)) continue
    const through = end + (FROM_WHEN.exec(folded.slice(end, end + 90))?.[0].length ?? 0)
    spans.push([match.index, through])
    add(match.index, through)
  }
  const forGood = ENDLESS.test(folded) && (aboutData ? KEPT_FOR_GOOD : KEPT_FOR_GOOD_HERE).test(folded)
  for (const match of forGood ? folded.matchAll(FOR_GOOD) : []) add(match.index, match.index + match[0].length)
  for (const [spoken, pattern] of TIED) {
    for (const match of spoken.test(folded) ? folded.matchAll(pattern) : []) {
      if (!isTiedTo(folded, match, headed && aboutData, aboutData)) continue
      const to = match.index + match[0].length
      if (spans.some(([start, end]) => start < to && end > match.index)) continue
      add(match.index, match.index + match[0].length)
    }
  }
  const going =
    periods.length === 0 &&
    GOING.test(folded) &&
    AN_EVENT.test(folded) &&
    (aboutData || KEPT_HERE.test(folded) || /\bcopy of\b/.test(folded))
      ? goesAfter(text, folded)
      : null
  if (going) periods.push({ what: going.what, period: text.slice(going.from, going.to).trim() })
  return periods
}

const GOING = /delet|eras|purg|destroy|wipe|remove/
const AN_EVENT = /(?:^[^a-z]*|[.;:] )(?:once|when|as soon|after|immediately|upon|following) [^.;:]{4,200}?, /

/** "Once the check is complete, we delete the scan": the event before the comma, and what goes. */
function goesAfter(
  text: string,
  folded: string,
): { readonly from: number; readonly to: number; readonly what: string } | null {
  const match = DELETES_AFTER.exec(folded)
  const event = match?.[1]
  if (!match || event === undefined || NOT_GONE.test(match[0])) return null
  const from = match.index + match[0].indexOf(event)
  const thing = (match[2] ?? match[3] ?? '').replace(/ (?:and|or)$/, '')
  const at = folded.indexOf(thing, from + event.length)
  const what = text
    .slice(at, at + thing.length)
    .replace(/^(?:all|any|the|your|such|of) (?:the |of )?/i, '')
    .trim()
  const isKept = KEPT_THING.test(match[0]) || /\bcopy of\b/.test(thing)
  return what && !NO_THING.test(thing) && isKept ? { from, to: from + event.length, what } : null
}

/** A period that begins with its verb: what is kept stands before "is deleted". */
const GOES = /^(?:is|are|will be|be) (?:\w+ly )?(?:deleted|purged|erased|destroyed|discarded)(?=[ ,])/

/** A number that is written both ways is given once: "thirty (30) days" is "30 days". */
function inFigures(period: string): string {
  return period.replace(BOTH_WAYS, (_, words: string, figures: string, after: string) => {
    const count = parseNumber(words.toLowerCase())
    return count === Number(figures) ? `${figures}${after}` : `${words} (${figures})${after}`
  })
}

const ASKED = /^ of (?:receipt|receiving|your request)\b/

/** Whether a span of time in a sentence is how long something is kept. */
function isKeptFor(folded: string, from: number, end: number, headed: boolean, aboutData: boolean): boolean {
  const head = folded
    .slice(Math.max(0, from - (aboutData ? 220 : 130)), from)
    .replace(STORAGE_OF_BROWSER, 'browser')
    .replace(GOES_ON_DOING, 'does')
  if (REFERS_BACK.test(head)) return false
  const tail = folded.slice(end, end + 160)
  if (
    (NOTICE_AFTER.test(tail) && !(ASKED.test(tail) && DELETED_ON_REQUEST.test(head))) ||
    NOT_OURS.test(head) ||
    READER_DELETES.test(folded.slice(0, from))
  )
    return false
  const around = folded
    .slice(Math.max(0, from - 110), end + 70)
    .replace(/\bunless you (?:opt[- ]out|object)\b/, '')
    .replace(STORAGE_OF_BROWSER, 'browser')
    .replace(GOES_ON_DOING, 'does')
  const said =
    /^[^a-z]*(?:retention|storage) (?:period|time|duration)\b/.test(folded) ||
    KEPT_FOR.test(head) ||
    (BEGINS.test(head) && (GONE_AFTER.test(tail) || RETRIEVED.test(tail))) ||
    (BROUGHT_BACK.test(head) && AFTER_CLOSING.test(tail)) ||
    (IDLE.test(`${head} ${tail}`) && GONE.test(folded))
  if (!said && (NOT_KEEPING.test(around) || !((headed || KEEPS.test(around)) && (headed || KEPT_THING.test(folded)))))
    return false
  return aboutData || (said ? KEPT_HERE : KEPT_IN_TERMS).test(said ? folded : around)
}

/** "If you log in during that 15-day period": the span was stated before. */
const REFERS_BACK = /\b(?:during|within) (?:this|that|such|the same|the above|the aforementioned|the foregoing) $/
/** "Keep monitoring it" keeps nothing. */
const GOES_ON_DOING =
  /\bkeeps? (?:on )?(?:monitor|check|watch|us|try|look|updat|visit|review|work|play|pay|improv|read|writ|ask|receiv|send|mov|go|do|com|runn|test|search|scroll|post)ing\b/g
const STORAGE_OF_BROWSER = /\b(?:local|session|browser|web|cloud) storage\b/g

/** Whether a phrase without a number ("until you close your account") is how long something is kept. */
function isTiedTo(folded: string, match: RegExpExecArray, headed: boolean, aboutData: boolean): boolean {
  const head = folded.slice(Math.max(0, match.index - 160), match.index)
  if (!(KEEPING.test(head) || headed || DELETES_ON.test(match[0])) || NOT_OURS.test(head)) return false
  if (/\bcookies?\b|\bbrowser\b/.test(folded) && !/\bconsent\b/.test(folded)) return false
  // What follows "and" or "or" is a period beside it.
  if (ONLY_NECESSARY.test(match[0].split(/ (?:and|or) /)[0] ?? '') && !/\baccounts?\b|\bbeyond the\b/.test(match[0]))
    return false
  return aboutData || (KEPT_HERE.test(folded) && (WE_KEEP.test(head) || DELETES_ON.test(match[0])))
}

const BOTH_WAYS = new RegExp(`\\b(${NUMBER_WORDS}) \\((\\d+)\\)( |-)`, 'gi')

const OBJECT =
  /\b(?:retain|keep|store|delete|remove|erase|purge|anonymi[sz]e|hold|maintain|preserve|destroy)s?\b(?: (?:and|or|and\/or) (?:retain|keep|store|delete|remove|erase|purge|anonymi[sz]e|hold|maintain|preserve|destroy|archive|process|use)s?\b)?(?: all\b| any\b| the\b| your\b| such\b| this\b)*([^,.;:()]{3,70}?)(?: (?:for|within|until|after|as long|no longer|from|in|at|during|upon|on|up to|while)\b|$)/
const SUBJECT =
  /(?<!\w)([a-z][^,.;:()]{2,70}?) (?:is|are|will be|may be|shall be|can be) (?:\w+ )?(?:retained|kept|stored|deleted|removed|erased|purged|anonymi[sz]ed|held|maintained|preserved|destroyed|archived)\b/

/** "Information retained until your account is deleted", with the words before the period. */
const CAPTION =
  /^([a-z][^,.;:()]{2,60}?) (?:retained|kept|stored|held|preserved)(?: (?:for|up to|until|while|only|at|most|least|a|the|period|maximum|of|in|our|on|systems|servers))*$/

/** A heading at the beginning of its paragraph: "Marketing messages. We may …". */
const RUN_IN = /^((?!We |You |This |These |If )[A-Z][\w'’-]+(?: [\w'’&/-]+){0,3})\.$/

/** "server logs that we keep", with the words before the period. */
const RELATIVE = /\b([a-z-]+(?: [a-z-]+)?) (?:that|which) we (?:\w+ )?(?:keep|retain|store)(?: for)?$/

/** "the holder's name (retained for", with the words before the period. */
const IN_BRACKETS =
  /(?:^|[,;:] )(?:(?:such as|like|including|for example|e_g_|and|or|namely) )?([^.,;:()]{3,80}?) \((?:\w+ly |which (?:is|are) |this is |normally )?(?:retained|kept|stored|held|preserved|archived|deleted)[^()]*$/

/** "We keep your answers, scores and notes for", with the words before the period. */
const LISTED =
  /\b(?:retain|keep|store|delete|erase|purge|hold|maintain|preserve|destroy)s?\b(?: all| any| the| your| such| this)* ((?![^.;:()]*\b(?:we|which|who|is|are|was|shall|will|they|if|once|earlier|sure)\b)[a-z][^.;:()]{3,90}?[a-z])(?: (?:for|within|until|after))(?: (?:a|the|period|up|to|of|maximum|at|most|least|minimum|another|further))*$/

/** "communications with us (for example with support) are kept": what stands between the thing and its keeping. */
const ASIDE =
  / ?\([^()]*\)|, (?:such as|including|excluding|like|for example|e\.g\.)[^.;]{2,120}?,(?= (?:is|are|will|may|shall)\b)/gi

/** "For 30 days after closing, we let you export your Workspace Content": what is there to be taken out. */
const TAKEN_OUT =
  /\b(?:retrieve|export|download|recover) (?:a copy of |copies of )?(?:all |any )?(?:of )?(?:your |the |its )?((?!(?:it|them|this|these|those)\b)[a-z][^,.;:()]{3,50}?)(?=[,.;:)]| (?:from|in|for|within|after|before|and|via|through|using|by|or)\b|$)/

/** Words that stand for what was named before. */
const NO_THING =
  /^(?:after|within|for|until|it|this|them|they|these|those|that|which|such|all|both|(?:the )?following,?|(?:this|these|that|those) ones?)$/

/** In short what a period is about: the thing before a colon, the object of keeping, or the heading. */
function whatIsKept({ text, folded, heading, before: last }: Sentence, index: number): string {
  const colon = /^([^.:;]{3,80}):\s/.exec(text)?.[1]
  if (colon && index > colon.length && !/^(?:we|you) /i.test(colon)) return colon
  const before = folded.slice(0, index).replace(ASIDE, '').trimEnd()
  const printed = text.slice(0, index).replace(ASIDE, '')
  const bracketed = IN_BRACKETS.exec(folded.slice(0, index).trimEnd())?.[1]
  if (bracketed !== undefined) {
    const start = folded.lastIndexOf(bracketed, index)
    return text.slice(start, start + bracketed.length)
  }
  const match =
    SUBJECT.exec(before) ??
    CAPTION.exec(before) ??
    OBJECT.exec(`${before} `) ??
    RELATIVE.exec(before) ??
    LISTED.exec(before)
  const thing = match?.[1]
    ?.replace(/^.*\bthat (?=the |your |all )/, '')
    .replace(/^[^,]{2,40}\b(?:states?|says?|confirms?|ensures?|guarantees?|notes?) that /, '')
    .replace(/ (?:is|are) .* (?:and|or)$/, '')
    .trim()
  if (thing && match && !NO_THING.test(thing)) {
    const start = before.indexOf(thing, match.index)
    if (start >= 0)
      return printed.slice(start, start + thing.length).replace(/ (?:for|until|within|only|after|up to|a|an|the)$/i, '')
  }
  const taken = TAKEN_OUT.exec(folded.slice(index))?.[1]
  if (taken !== undefined) {
    const start = folded.indexOf(taken, index)
    return text.slice(start, start + taken.length)
  }
  const caption = last?.index === 0 ? RUN_IN.exec(last.text)?.[1] : undefined
  return caption ?? (lastHeading(heading).trim() || 'data')
}
