import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { DatabaseError } from '../database-error'

/** The first line of a dump: what wrote it, and what it is of. `jobs` is the version of the job engine's tables. */
const headSchema = z.object({
  format: z.literal(1),
  product: z.string(),
  database: z.string(),
  migration: z.string(),
  jobs: z.string().nullable(),
})
export type Head = z.infer<typeof headSchema>

/** Its last line: what is in each table, and the SHA-256 of all that stands before and of that. */
const footSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number().int(), hash: z.string() })),
  sha256: z.string(),
})
export type Foot = z.infer<typeof footSchema>

const headWords = '-- Lead API dump '
const footWords = '-- Lead API dump is whole '

export const writeHead = (head: Head): string => `${headWords}${JSON.stringify(head)}\n`

/** What a dump ends with. @param hash of all that stands before */
export function footOf(tables: Foot['tables'], hash: Hash): { foot: Foot; line: string } {
  const foot = { tables, sha256: checksum(tables, hash) }
  return { foot, line: `${footWords}${JSON.stringify(foot)}\n` }
}

const checksum = (tables: Foot['tables'], hash: Hash): string =>
  hash.update(JSON.stringify(tables)).digest('hex')

/** Whole lines of a dump, with their ends; long ones of data come alone. The last may lack its end. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const end = bytes.lastIndexOf(10) + 1
    if (end > 0) yield Buffer.concat([...kept.splice(0), bytes.subarray(0, end)])
    if (end < bytes.length) kept.push(bytes.subarray(end))
  }
  if (kept.length > 0) yield Buffer.concat(kept)
  kept = []
}

/** What a dump holds, in its order: SQL, or lines for a `table (columns)`. */
export type DumpPart =
  | { kind: 'head'; head: Head }
  | { kind: 'sql'; text: string }
  | { kind: 'rows'; into: string; lines: Buffer }
  | { kind: 'foot'; foot: Foot }

const copyStart = /^COPY (\S+ \(.*\)) FROM stdin;$/
const copyEnd = Buffer.from('\\.\n')

/**
 * Reads a dump from its beginning to its end.
 * @throws {DatabaseError} where it is not one of ours, was cut short, or changed
 */
export async function* readDump(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DumpPart> {
  const hash = createHash('sha256')
  let isBegun = false
  let foot: Foot | null = null
  let into: string | null = null
  let sql = ''
  for await (const block of wholeLines(chunks)) {
    for (let from = 0; from < block.length; ) {
      if (foot) throw new DatabaseError('The dump goes on after its end: it is not as it was written')
      if (into !== null) {
        const data = rowsOf(block, from)
        if (data.end > from) yield { kind: 'rows', into, lines: block.subarray(from, data.end) }
        hash.update(block.subarray(from, data.next))
        from = data.next
        if (data.isLast) into = null
        continue
      }
      const next = block.indexOf(10, from) + 1 || block.length
      const line = block.toString('utf8', from, next)
      if (!isBegun) {
        yield { kind: 'head', head: readHead(line) }
        isBegun = true
      } else if (line.startsWith(footWords)) {
        if (sql.trim()) yield { kind: 'sql', text: sql }
        foot = readFoot(line, hash)
        yield { kind: 'foot', foot }
      } else {
        into = copyStart.exec(line.trimEnd())?.[1] ?? null
        if (into === null) sql += line
        else {
          if (sql.trim()) yield { kind: 'sql', text: sql }
          sql = ''
        }
      }
      if (!foot) hash.update(block.subarray(from, next))
      from = next
    }
  }
  if (!isBegun) throw notOurs()
  if (!foot) throw new DatabaseError('The dump was cut short: its last line is not there')
}

/** Where the lines of data end in a block, and where what follows begins. */
function rowsOf(block: Buffer, from: number): { end: number; next: number; isLast: boolean } {
  if (block.subarray(from, from + copyEnd.length).equals(copyEnd))
    return { end: from, next: from + copyEnd.length, isLast: true }
  const at = block.indexOf('\n\\.\n', from)
  return at === -1
    ? { end: block.length, next: block.length, isLast: false }
    : { end: at + 1, next: at + 1 + copyEnd.length, isLast: true }
}

const notOurs = () => new DatabaseError('This is no dump of Lead API')

function readHead(line: string): Head {
  if (!line.startsWith(headWords)) throw notOurs()
  const head = headSchema.safeParse(parse(line.slice(headWords.length)))
  if (!head.success) throw new DatabaseError('This dump is of another version: its first line is not known')
  return head.data
}

function readFoot(line: string, hash: Hash): Foot {
  const foot = footSchema.safeParse(line.endsWith('\n') ? parse(line.slice(footWords.length)) : null)
  if (!foot.success) throw new DatabaseError('The dump was cut short: its last line is not whole')
  if (foot.data.sha256 !== checksum(foot.data.tables, hash))
    throw new DatabaseError('The dump is not as it was written: its checksum is another')
  return foot.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
