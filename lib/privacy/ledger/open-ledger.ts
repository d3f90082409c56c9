import { mkdir, open, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { syncPath } from '@/lib/db/embedded/durable-fs'
import { EnvError } from '@/lib/env'
import { type ErasureLedger, type FoundLine, ledgerLineSchema } from '@/lib/privacy/erasure-ledger'
import { appendText, openToAppend } from './append-text'

/** Twice what the longest line takes, in bytes. */
const longestLine = 16_384

/** `isNew`: it was not there. */
export type OpenedLedger = ErasureLedger & { isNew: boolean }

/**
 * The ledger of erasures in the file that the settings name, made if it is not there. The folder of one that was named
 * has to be: made anew, it would hide that its volume is not mounted.
 * @throws {EnvError} when it cannot be written
 */
export async function openLedger(settings: {
  DATA_DIR: string
  ERASURE_LEDGER?: string | undefined
}): Promise<OpenedLedger> {
  const named = settings.ERASURE_LEDGER
  const place = resolve(named ?? join(settings.DATA_DIR, 'erasures.jsonl'))
  try {
    if (named === undefined) await mkdir(dirname(place), { recursive: true })
    return { ...ledgerIn(place), isNew: await prepare(place) }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : error
    throw new EnvError(`ERASURE_LEDGER: cannot write ${place}: ${reason}`)
  }
}

/** Sees that the file can be written, and that its name is on disk. Resolves to whether it was made now. */
async function prepare(place: string): Promise<boolean> {
  const before = await stat(place).catch(() => null)
  // To open a pipe would wait for its reader.
  if (before && !before.isFile()) throw new Error('it is not a file')
  const file = await openToAppend(place)
  await file.close()
  syncPath(dirname(place))
  return before === null
}

function ledgerIn(place: string): ErasureLedger {
  // One at a time: whether the end is torn is asked before it is written to.
  let last: Promise<unknown> = Promise.resolve()
  return {
    place,
    async append(lines) {
      const texts = lines.map((line) => JSON.stringify(ledgerLineSchema.parse(line)))
      const appended = last.then(() => appendText(place, texts))
      last = appended.catch(() => undefined)
      await appended
    },
    async *read() {
      for await (const { number, text } of splitLines(bytesOf(place), longestLine)) {
        if (text?.trim() !== '') yield { number, line: text === null ? null : lineIn(text) }
      }
    },
    async state() {
      const found = await stat(place).catch(unlessGone)
      return found ? `${found.dev}:${found.ino}:${found.size}:${found.mtimeMs}` : 'gone'
    },
  }
}

/**
 * What the file has now: one that is written to meanwhile, or has become a device, would have no end. Nothing, where
 * it was taken away: it is made anew, from the database.
 */
async function* bytesOf(place: string): AsyncGenerator<Uint8Array> {
  const found = await stat(place).catch(unlessGone)
  if (!found) return
  if (!found.isFile()) throw new Error('the ledger of erasures is not a file')
  if (found.size > 0) yield* (await open(place)).createReadStream({ end: found.size - 1 })
}

function unlessGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

function lineIn(text: string): FoundLine['line'] {
  try {
    return ledgerLineSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

const newline = 0x0a

/** A line by its number from 1; `null` where it is longer than anybody writes one. */
type TextLine = { number: number; text: string | null }

/** The lines in a stream of bytes, the last one also where it was not ended. Keeps at most `longest` bytes of one. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<TextLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (part: Uint8Array) => {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const end = (): TextLine => {
    number += 1
    const text = length > longest ? null : Buffer.concat(parts).toString('utf8')
    parts = []
    length = 0
    return { number, text }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at))
      yield end()
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield end()
}
