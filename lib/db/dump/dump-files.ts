import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { DatabaseError } from '../database-error'
import { syncPath } from '../embedded/durable-fs'
import type { DumpSource, Tell } from './load-dump'

/** What is made beside the file of a dump until that is whole, with a `mark` of six letters of its own. */
export const besideDump = (file: string, mark: string) => ({
  unfinished: `${file}.unfinished-${mark}`,
  copy: `${file}.copy-${mark}`,
})

export const newMark = (): string => randomBytes(3).toString('hex')

const remains = /^\.(unfinished|copy)-[0-9a-f]{6}$/

/** Removes what a dump to the same file has left beside it that was killed. */
export function removeRemains(file: string): void {
  const [folder, name] = [dirname(file), basename(file)]
  for (const found of readdirSync(folder))
    if (found.startsWith(name) && remains.test(found.slice(name.length))) removeWhole(join(folder, found))
}

/** Also while somebody still writes in it. */
export const removeWhole = (place: string): void =>
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })

/** `key` encrypts; `isGood` is given the file before it gets its name, and may throw; `tell` is told of each step; `mark` as in {@link besideDump}. */
export type WriteOptions = {
  key?: string | undefined
  isGood?: (unfinished: string) => Promise<void>
  tell?: Tell | undefined
  mark?: string
}

/**
 * Writes a file whole or not at all, for no other user to read: under a name of its own until every byte is on disk.
 * @returns what the pieces end with, and how many bytes were written
 */
export async function writeWhole<End>(
  file: string,
  pieces: AsyncGenerator<Buffer, End>,
  { key, isGood, tell, mark = newMark() }: WriteOptions = {},
): Promise<{ end: End; bytes: number }> {
  const { unfinished } = besideDump(file, mark)
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    const kept: { end?: End } = {}
    const bytes = await write(handle, sealed(keepEnd(pieces, kept), key))
    tell?.('written')
    await handle.sync()
    await isGood?.(unfinished)
    tell?.('good')
    // The pieces were read to their end, or writing has thrown.
    const end = kept.end as End
    refuseExisting(file)
    renameSync(unfinished, file)
    tell?.('named')
    syncPath(dirname(file))
    return { end, bytes }
  } finally {
    await handle.close().catch(() => undefined)
    rmSync(unfinished, { force: true })
  }
}

/** @throws {DatabaseError} */
export function refuseExisting(file: string): void {
  if (existsSync(file)) throw new DatabaseError(`${file} is there already: choose another name`)
}

async function* keepEnd<End>(
  pieces: AsyncGenerator<Buffer, End>,
  kept: { end?: End },
): AsyncGenerator<Buffer> {
  kept.end = yield* pieces
}

/** In bytes: what piles up unwritten is waited for by others who want something on the same disk. */
const portion = 4 * 1024 * 1024

async function write(handle: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  let waiting = 0
  for await (const piece of pieces) {
    await handle.writeFile(piece)
    bytes += piece.length
    waiting += piece.length
    if (waiting < portion) continue
    await handle.datasync()
    waiting = 0
  }
  return bytes
}

/** @param key an age identity: what is written for it can be read with it, and by `age -d` */
async function* sealed(pieces: AsyncIterable<Buffer>, key: string | undefined): AsyncGenerator<Uint8Array> {
  if (key === undefined) {
    yield* pieces
    return
  }
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(key))
  yield* chunksOf(await encrypter.encrypt(streamOf(pieces)))
}

/** Pulls: nothing is read before it is wanted, so what is slower says how fast it goes. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

const ageWords = 'age-encryption.org/v1'

/** How a dump in a file is read, as often as need be; an encrypted one with the key. */
export function dumpIn(file: string, key: string | undefined): DumpSource {
  return async function* () {
    if (!(await isEncrypted(file))) {
      yield* createReadStream(file, { highWaterMark: 256 * 1024 })
      return
    }
    if (key === undefined)
      throw new DatabaseError(`${file} is encrypted: BACKUP_KEY must be the key it was written with`)
    const decrypter = new Decrypter()
    decrypter.addIdentity(key)
    const encrypted = streamOf(createReadStream(file, { highWaterMark: 256 * 1024 }))
    try {
      yield* chunksOf(await decrypter.decrypt(encrypted))
    } catch (error) {
      if (error instanceof DatabaseError || isOfFiles(error)) throw error
      throw new DatabaseError(`${file} cannot be decrypted: it is not whole, or BACKUP_KEY is another key`)
    }
  }
}

const isOfFiles = (error: unknown) => error instanceof Error && 'syscall' in error

async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageWords.length), 0, ageWords.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === ageWords
  } finally {
    await handle.close()
  }
}
