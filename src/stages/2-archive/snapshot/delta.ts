/**
 * A snapshot as a zstd frame whose dictionary is another, similar snapshot. The window has to span both, or little is
 * saved; above `MAX_SPAN_BYTES` the memory for that is not worth it and the frame stands alone.
 */
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib'

const compress = promisify(zstdCompress)

const MAX_WINDOW_LOG = 27
const MIN_WINDOW_LOG = 10
export const MAX_SPAN_BYTES = 2 ** MAX_WINDOW_LOG
/** Level 19 is the size of a git pack and 30 ms a page of 300 KB; level 3 is 1.3 times the size. */
const LEVEL = 19
/** Enough to tell which dictionary is nearer, in a fraction of the time. */
const PROBE_LEVEL = 3
const MIN_CHUNK_BYTES = 64

export function packFrame(bytes: Uint8Array, base: Uint8Array | null): Promise<Buffer> {
  return compressFrame(bytes, base, LEVEL)
}

/** About how many bytes the frame would have, to compare dictionaries by. */
export async function probeFrame(bytes: Uint8Array, base: Uint8Array): Promise<number> {
  return (await compressFrame(bytes, base, PROBE_LEVEL)).length
}

function compressFrame(bytes: Uint8Array, base: Uint8Array | null, level: number): Promise<Buffer> {
  const span = bytes.length + (base?.length ?? 0)
  const windowLog = Math.min(MAX_WINDOW_LOG, Math.max(MIN_WINDOW_LOG, Math.ceil(Math.log2(span + 1))))
  return compress(bytes, {
    ...(base ? { dictionary: base } : {}),
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      [constants.ZSTD_c_windowLog]: windowLog,
      // The name is checked after reading, and the header of the record has the length.
      [constants.ZSTD_c_checksumFlag]: 0,
      [constants.ZSTD_c_contentSizeFlag]: 0,
    },
  })
}

/** At once: a tenth of a millisecond a page, while a turn of the thread pool under load takes ten. */
export function unpackFrame(frame: Uint8Array, base: Uint8Array | null, sizeBytes: number): Buffer {
  // In one piece: the default of 16 KiB a turn costs several times the decompression itself. And one byte more: what
  // fills its room to the end is given another as large.
  const chunkSize = Math.max(sizeBytes + 1, MIN_CHUNK_BYTES)
  return zstdDecompressSync(frame, { ...(base ? { dictionary: base } : {}), maxOutputLength: chunkSize, chunkSize })
}
