import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../database-error'
import { type DumpPart, footOf, readDump, writeHead } from './dump-format'

const head = {
  format: 1,
  product: '0.1.0',
  database: 'PostgreSQL 18.6',
  migration: '2026_first',
  jobs: null,
} as const
const body = `${writeHead(head)}SET x = 1;
CREATE TABLE t ();

COPY public.t (a, b) FROM stdin;
1\tÅsa
2\t-- Lead API dump is whole {}
\\\\.\t3
\\.

COPY public.empty (a) FROM stdin;
\\.

SELECT 1;
`
const { foot, line } = footOf({ 'public.t': { rows: 3, hash: '00' } }, createHash('sha256').update(body))
const dump = Buffer.from(body + line)

/** As a disk or a network hands it over: in pieces that end anywhere. */
async function* inPieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
async function read(bytes: Buffer, size = 7) {
  const parts: DumpPart[] = []
  for await (const part of readDump(inPieces(bytes, size))) parts.push(part)
  return parts
}
const textOf = (parts: DumpPart[]) => ({
  sql: parts.flatMap((part) => (part.kind === 'sql' ? [part.text.trim()] : [])).join(' | '),
  rows: parts.flatMap((part) => (part.kind === 'rows' ? [`${part.into}: ${part.lines}`] : [])).join(''),
})

describe('a dump', () => {
  it('is read as it was written, wherever its pieces end', async () => {
    const whole = textOf(await read(dump, dump.length))
    expect(whole).toEqual({
      sql: 'SET x = 1;\nCREATE TABLE t (); | SELECT 1;',
      rows: 'public.t (a, b): 1\tÅsa\n2\t-- Lead API dump is whole {}\n\\\\.\t3\n',
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: dump.length }), async (size) => {
        const parts = await read(dump, size)
        expect(textOf(parts).sql).toBe(whole.sql)
        expect(textOf(parts).rows.replaceAll('public.t (a, b): ', '')).toBe(
          whole.rows.replace('public.t (a, b): ', ''),
        )
        expect(parts.at(-1)).toEqual({ kind: 'foot', foot })
      }),
    )
  })

  it('is refused when it was cut short, at whatever byte', async () => {
    for (let length = 0; length < dump.length; length++)
      await expect(read(dump.subarray(0, length)), `${length} bytes`).rejects.toThrow(DatabaseError)
  })

  it('is refused when a byte of it is another, or something follows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(dump.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(dump)
        changed[at] = (changed[at] ?? 0) ^ change
        await expect(read(changed)).rejects.toThrow(DatabaseError)
      }),
    )
    await expect(read(Buffer.concat([dump, Buffer.from('DROP TABLE t;\n')]))).rejects.toThrow('goes on')
  })

  it('is refused when it is of another product', async () => {
    await expect(read(Buffer.from('-- PostgreSQL database dump\n'))).rejects.toThrow('no dump of Lead API')
  })
})
