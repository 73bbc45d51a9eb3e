/** A writer that works until it is killed, and says on its output what has been acknowledged. Arguments: folder, round. */
import { Acknowledged, openFor, workOneRound } from './archive-round.ts'

const [folder, first] = process.argv.slice(2)
const acknowledged = new Acknowledged()
await using archive = await openFor(folder!)
process.stdout.write('open\n')
for (let round = Number(first); ; round++) {
  await workOneRound(archive, acknowledged, round)
  const { entries, snapshots, ids, checkpoints } = acknowledged
  process.stdout.write(`${JSON.stringify([[...entries], [...snapshots], [...ids], [...checkpoints]])}\n`)
}
