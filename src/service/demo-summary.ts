/** What a demo left, for its last lines on the terminal. */
import { countCaptures } from '../store/capture.ts'
import { openStore } from '../store/index.ts'
import { countBrokenRows } from '../store/record.ts'
import { type Holdings, readHoldings } from '../store/view/archive.ts'

export type DemoSummary = Holdings & { readonly captures: number; readonly brokenRows: number; readonly folder: string }

export async function summariseDemo(folder: string): Promise<DemoSummary> {
  await using store = await openStore(folder, { readOnly: true })
  const { db } = store
  return {
    ...(await readHoldings(db)),
    captures: await countCaptures(db),
    brokenRows: await countBrokenRows(db),
    folder,
  }
}

export function summaryLines(summary: DemoSummary): string[] {
  const { captures, documents, platforms, versions, changes, brokenRows, folder } = summary
  return [
    `${captures} captures of ${documents} documents of ${platforms} platforms left ${versions} versions`,
    `changes: ${changes.substantive} substantive, ${changes.administrative} administrative; muted: ${changes.noise} noise, ${changes['broken-capture'] + brokenRows} of broken captures`,
    `the archive is in ${folder}`,
  ]
}
