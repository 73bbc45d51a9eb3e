/**
 * Where the archive keeps its snapshots, from the environment: in its folder, or in a bucket that `SNAPSHOTS` names.
 * The key comes from the variables that every S3 program knows, and from nowhere else: files and machine roles would
 * have the client of the store ask addresses on its own.
 */
import { ClausewatchError } from '../core/error.ts'
import { createHttpClient } from '../net/index.ts'
import { type Objects, openS3Objects, type S3Place } from '../stages/2-archive/index.ts'

/** What `openArchive` and `openPipeline` take. */
export type SnapshotOptions = { readonly objects?: Objects }

/** @throws ClausewatchError `setting-malformed` */
export async function openSnapshots(env: NodeJS.ProcessEnv = process.env): Promise<SnapshotOptions> {
  const place = snapshotPlace(env)
  if (place === null) return {}
  // The operator's own address, named by nobody else: it may be on a private network.
  const allowPrivateHosts = place.endpoint === null ? [] : [new URL(place.endpoint).host]
  return { objects: await openS3Objects(place, createHttpClient({ userAgent: 'Clausewatch', allowPrivateHosts })) }
}

/** Null: in the folder. */
export function snapshotPlace(env: NodeJS.ProcessEnv): S3Place | null {
  const text = env.SNAPSHOTS
  if (!text) return null
  const found = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/.exec(text)
  if (!found) {
    throw malformed(
      'SNAPSHOTS',
      text,
      'which is no bucket',
      'set it to something like s3://bucket/prefix, or leave it away',
    )
  }
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || null
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw malformed(
      'AWS_ENDPOINT_URL_S3',
      endpoint,
      'which is no address',
      'set it to something like https://s3.example',
    )
  const [accessKeyId, secretAccessKey] = [env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY]
  if (!accessKeyId || !secretAccessKey) {
    throw malformed(
      'SNAPSHOTS',
      text,
      'and the key to it is missing',
      'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    )
  }
  return {
    bucket: found[1]!,
    prefix: (found[2] ?? '').replace(/^\/+|\/+$/g, ''),
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1',
    endpoint,
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
    },
  }
}

function malformed(name: string, text: string, what: string, remedy: string): ClausewatchError {
  return new ClausewatchError('setting-malformed', `${name} is "${text}", ${what}`, remedy)
}
