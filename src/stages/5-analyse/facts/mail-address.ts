/** Mail addresses in running text, also where a page hides them a little ("privacy [at] example [dot] com", "privacy @ example.com"). */

const ADDRESS =
  /[a-z0-9][a-z0-9._%+-]{0,63}(?:@|\s?[[(]at[\])]\s?|\s@\s(?=[a-z0-9-]+\.[a-z]))[a-z0-9](?:[a-z0-9-]{0,62}(?:\.|\s?[[(]dot[\])]\s?)){1,6}[a-z]{2,24}/gi

/** Most sentences have none, and to tell that costs little. */
const SIGN = /@|[[(]at[\])]/i

export type FoundAddress = { readonly address: string; readonly start: number; readonly end: number }

/** All addresses of a text in order, in lower case, with where they stand. */
export function mailAddressesIn(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = []
  if (!SIGN.test(text)) return found
  for (const match of text.matchAll(ADDRESS)) {
    // Two addresses printed without a space: where the first one ends cannot be known.
    if (text[match.index + match[0].length] === '@') continue
    const address = match[0]
      .toLowerCase()
      .replace(/\s?[[(]at[\])]\s?|\s@\s/, '@')
      .replace(/\s?[[(]dot[\])]\s?/g, '.')
    found.push({ address, start: match.index, end: match.index + match[0].length })
  }
  return found
}
