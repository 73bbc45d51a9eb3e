/**
 * What the facts of a version cost where the versions before it were read: every version of an archive is read on its
 * own, and all of them in their order with one memory. Says how many blocks were new, and ends with 1 where an answer
 * differs.
 *
 *   node bench/facts-speed.ts DATA     (an archive's folder: `clausewatch import ota … --data DATA`)
 */
import { isDeepStrictEqual } from 'node:util'
import { classifierBlocks, createFactMemory, readFacts } from '../src/stages/5-analyse/index.ts'
import { openStore } from '../src/store/index.ts'
import { readText } from '../src/store/policy-text.ts'
import { chosenVersions } from '../src/store/provision.ts'

const [data] = process.argv.slice(2)
if (data === undefined) throw new Error('name the folder of an archive: node bench/facts-speed.ts DATA')
await using store = await openStore(data, { readOnly: true })

const memory = createFactMemory()
const counting: typeof memory = {
  sentencesOf: (key, read) =>
    memory.sentencesOf(key, () => {
      fresh++
      return read()
    }),
}
let [versions, blocks, fresh, differing] = [0, 0, 0, 0]
let [aloneMs, rememberedMs, againMs] = [0, 0, 0]
for (const version of await chosenVersions(store.db, { kind: 'after', number: 0 })) {
  if (version.language !== null && !/^en\b/i.test(version.language)) continue
  const text = classifierBlocks(await readText(store.db, version.textId)).blocks
  const context = { platform: version.platformName, document: version.documentTitle }
  const [alone, ms] = timed(() => readFacts(text, context))
  const [remembered, ms2] = timed(() => readFacts(text, context, counting))
  const [, ms3] = timed(() => readFacts(text, context, memory))
  versions++
  blocks += text.length
  aloneMs += ms
  rememberedMs += ms2
  againMs += ms3
  if (!isDeepStrictEqual(alone, remembered)) differing++
}
const each = (ms: number) => `${(ms / versions).toFixed(2)} ms a version`
console.log(
  `facts of ${versions} versions with ${blocks} blocks, of which ${fresh} (${((100 * fresh) / blocks).toFixed(1)} %) were not read before
each on its own              ${each(aloneMs)}
after those before it        ${each(rememberedMs)}   ${(rememberedMs / aloneMs).toFixed(2)} of that
nothing new in it            ${each(againMs)}   ${(againMs / aloneMs).toFixed(2)} of that
versions whose facts differ  ${differing}`,
)
process.exitCode = differing === 0 ? 0 : 1

function timed<T>(work: () => T): readonly [T, number] {
  const startedAt = performance.now()
  return [work(), performance.now() - startedAt]
}
