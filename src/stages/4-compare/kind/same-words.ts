/** Phrases that say the same, so that plainer words for a thing are not news. Short, and none of them turns a rule. */
import { sentenceBefore } from './edits.ts'

const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/g, 'can not'],
  [/\bwon['’]t\b/g, 'will not'],
  [/\b(?:can['’]t)\b/g, 'can not'],
  [/(?<=\w)n['’]t\b/g, ' not'],
  [/(?<=\w)['’]re\b/g, ' are'],
  [/(?<=\w)['’]ll\b/g, ' will'],
  [/(?<=\w)['’]ve\b/g, ' have'],
  [/\bin order to\b/g, 'to'],
  [/\bso as to\b/g, 'to'],
  [/\bfor the purposes? of\b/g, 'for'],
  [/\bin the event (?:that|of)\b/g, 'if'],
  [/\bpursuant to\b/g, 'under'],
  [/\bin accordance with\b/g, 'under'],
  [/\bprior to\b/g, 'before'],
  [/\bsubsequent to\b/g, 'after'],
  [/\b(?:with (?:respect|regard) to|in relation to|relating to|regarding|concerning)\b/g, 'about'],
  [/\b(?:purchas(?=e|ing))/g, 'buy'],
  [/\b(?:utili[sz])(?=e|ing)/g, 'us'],
  [/\b(?:pictures?|images?)\b/g, 'image'],
  [/\b(?:photos?|photographs?)\b/g, 'photo'],
  [/\be-?mails?\b/g, 'email'],
  [/\bweb ?-?sites?\b/g, 'website'],
  [/\b(?:commences?|begins?|starts?)\b/g, 'start'],
  [/\b(?:assist|help)(?=s|ing|ed|\b)/g, 'help'],
  [/\bfor example\b|\be\.g\.,?/g, 'eg'],
  [/\bthat is\b|\bi\.e\.,?/g, 'ie'],
  [/\bas well as\b/g, 'and'],
  [/\btogether with\b/g, 'with'],
  [/\balike\b/g, ''],
]

/** Longer edits are more than another phrase. */
const LONGEST_CHARS = 80

/** Whether the sentences around the edit become the same words when each phrase is put plainly. */
export function saysTheSame(before: string, deleted: string, inserted: string, after: string): boolean {
  if (deleted.length > LONGEST_CHARS || inserted.length > LONGEST_CHARS) return false
  const [left, right] = [sentenceBefore(before), /^[^.!?\n]*/.exec(after)?.[0] ?? '']
  const [old, now] = [plain(`${left}${deleted}${right}`), plain(`${left}${inserted}${right}`)]
  return old === now
}

function plain(sentence: string): string {
  let text = sentence.toLowerCase()
  for (const [phrase, words] of SAME) text = text.replace(phrase, words)
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
