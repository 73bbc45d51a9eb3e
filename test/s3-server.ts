/** A server on loopback that speaks S3, with one empty bucket; what it holds is gone with it. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
// @ts-expect-error It brings no types.
import UntypedServer from 's3rver'
import { createHttpClient } from '../src/net/index.ts'
import { openS3Objects, type S3Place } from '../src/stages/2-archive/index.ts'

type S3Server = { run(): Promise<AddressInfo>; close(): Promise<void> }
const S3rver = UntypedServer as new (options: Record<string, unknown>) => S3Server

const BUCKET = 'evidence'

export type ServedS3 = AsyncDisposable & {
  readonly place: S3Place
  /** A client of its own, as another process would have. */
  objects(change?: Partial<S3Place>): ReturnType<typeof openS3Objects>
}

export async function serveS3(): Promise<ServedS3> {
  const directory = await mkdtemp(path.join(tmpdir(), 'clausewatch-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: BUCKET }],
  })
  const { port } = await server.run()
  const place: S3Place = {
    bucket: BUCKET,
    prefix: 'archive',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  }
  return {
    place,
    objects: (change = {}) =>
      openS3Objects(
        { ...place, ...change },
        createHttpClient({ userAgent: 'test', allowPrivateHosts: [`127.0.0.1:${port}`] }),
      ),
    async [Symbol.asyncDispose]() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
