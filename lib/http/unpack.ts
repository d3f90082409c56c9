import { promisify } from 'node:util'
import { gunzip, inflate, inflateRaw } from 'node:zlib'

type Unpack = (bytes: Uint8Array, most: number) => Promise<Uint8Array>

const [unzip, unwrap, unwrapRaw] = [promisify(gunzip), promisify(inflate), promisify(inflateRaw)]

/** By the name of an encoding, in lower case, what takes it off; it stops where more than `most` bytes come out. */
export const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: (bytes, most) => unzip(bytes, { maxOutputLength: most }),
  'x-gzip': (bytes, most) => unzip(bytes, { maxOutputLength: most }),
  // By its RFC the stream of zlib; many send the bare one.
  deflate: (bytes, most) => (isWrapped(bytes) ? unwrap : unwrapRaw)(bytes, { maxOutputLength: most }),
}

/** Whether bytes begin as zlib's do (RFC 1950). */
function isWrapped([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

/** Whether unpacking stopped because more would have come out than may. */
export function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
