/** Length of a text as a measure of how much it says: a Chinese or Japanese character says as much as three letters. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

export function readingUnits(text: string): number {
  const first = text.search(DENSE)
  return first < 0 ? text.length : text.length + 2 * (text.match(DENSE)?.length ?? 0)
}
