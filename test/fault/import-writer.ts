/** An import that works until it is killed. Arguments: folder of the archive, repository. */
import { openPipeline } from '../../src/pipeline.ts'
import { openGitRepository } from '../../src/service/import/git-repository.ts'
import { importOtaVersions } from '../../src/service/import/ota-versions.ts'

const [folder, location] = process.argv.slice(2)
const clock = { now: () => new Date('2026-03-01T09:00:00Z'), sleep: async () => {} }
await using repository = await openGitRepository(location!)
await using pipeline = await openPipeline({ folder: folder!, clock })
process.stdout.write('open\n')
await importOtaVersions(pipeline, repository, {})
process.stdout.write('done\n')
