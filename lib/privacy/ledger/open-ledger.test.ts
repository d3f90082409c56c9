import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EnvError } from '@/lib/env'
import { mostErasedLeads } from '@/lib/privacy/erasure'
import type { ErasureLedger, FoundLine, LedgerLine } from '@/lib/privacy/erasure-ledger'
import { openLedger } from './open-ledger'

const folder = mkdtempSync(join(tmpdir(), 'lead-api-ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))

const newFolder = () => mkdtempSync(join(folder, 'data-'))
const open = (dataDir = newFolder()) => openLedger({ DATA_DIR: dataDir })

function line(leads = 2): LedgerLine {
  const leadIds = Array.from({ length: leads }, () => crypto.randomUUID())
  const counts = { leads, cancelled: 0, attempts: 1, keptAnswers: 0, sandboxEntries: 1 }
  return {
    ...{ version: 1, id: crypto.randomUUID(), at: '2026-03-01T12:00:00.000Z', by: 'person:admin' },
    ...counts,
    leadIds,
  }
}

async function read(ledger: ErasureLedger): Promise<FoundLine[]> {
  const found: FoundLine[] = []
  for await (const each of ledger.read()) found.push(each)
  return found
}

describe('the ledger of erasures', () => {
  it('gives back what was written, also after a start, from a file that nobody else may read', async () => {
    const dataDir = newFolder()
    const ledger = await open(dataDir)
    expect(ledger).toMatchObject({ isNew: true, place: join(dataDir, 'erasures.jsonl') })
    expect(await read(ledger)).toEqual([])
    const lines = [line(0), line(), line(mostErasedLeads)]
    await ledger.append(lines)
    const again = await open(dataDir)
    expect(again.isNew).toBe(false)
    expect(await read(again)).toEqual(lines.map((each, at) => ({ number: at + 1, line: each })))
    if (process.platform !== 'win32') expect(statSync(ledger.place).mode & 0o777).toBe(0o600)
  })

  it('ends a line that a crash has torn before it writes the next, so that neither hides the other', async () => {
    const ledger = await open()
    const [first, torn, next] = [line(), line(), line()]
    await ledger.append([first])
    appendFileSync(ledger.place, JSON.stringify(torn).slice(0, 100))
    expect(await read(ledger)).toEqual([
      { number: 1, line: first },
      { number: 2, line: null },
    ])
    await ledger.append([next])
    expect((await read(ledger)).map((found) => found.line)).toEqual([first, null, next])
  })

  it('counts what is left when a line was written whole but its end was not', async () => {
    const ledger = await open()
    const [first, next] = [line(), line()]
    appendFileSync(ledger.place, JSON.stringify(first))
    await ledger.append([next])
    expect((await read(ledger)).map((found) => found.line)).toEqual([first, next])
  })

  it.each([
    ['no JSON', 'garbage'],
    ['zeros, as a power cut leaves them', '\0'.repeat(4096)],
    ['a line longer than any, of which no more is kept', 'x'.repeat(5_000_000)],
    ['a later version', JSON.stringify({ ...line(), version: 2 })],
    ['a lead that is none', JSON.stringify({ ...line(), leadIds: ['Gunhild'] })],
    ['somebody who is none', JSON.stringify({ ...line(), by: 'Gunhild Wrangelbock' })],
    ['more leads than one erasure has', JSON.stringify(line(mostErasedLeads + 1))],
  ])('tells the number of a line that says nothing, and reads the others: %s', async (_, rubbish) => {
    const ledger = await open()
    const [before, after] = [line(), line()]
    writeFileSync(ledger.place, `${JSON.stringify(before)}\n\n${rubbish}\r\n${JSON.stringify(after)}\r\n`)
    expect(await read(ledger)).toEqual([
      { number: 1, line: before },
      { number: 3, line: null },
      { number: 4, line: after },
    ])
  })

  it('keeps whole what two instances with one file, and two erasures of each, write at the same time', async () => {
    const dataDir = newFolder()
    const instances = [await open(dataDir), await open(dataDir)]
    const lines = Array.from({ length: 60 }, (_, at) => line(at))
    await Promise.all(lines.map((each, at) => instances[at % 2]?.append([each])))
    const ids = (await read(await open(dataDir))).map((found) => found.line?.id)
    expect(ids.sort()).toEqual(lines.map(({ id }) => id).sort())
  })

  it('holds no name, whatever is given to it with a receipt', async () => {
    const ledger = await open()
    await ledger.append([Object.assign(line(), { byName: 'Gunhild' })])
    expect(readFileSync(ledger.place, 'utf8')).not.toContain('Gunhild')
    await expect(async () => ledger.append([{ ...line(), by: 'Gunhild' }])).rejects.toThrow()
  })

  it('knows that it was changed by somebody else, and is made anew where it was taken away', async () => {
    const ledger = await open()
    const before = await ledger.state()
    expect(await ledger.state()).toBe(before)
    await ledger.append([line()])
    const after = await ledger.state()
    expect(after).not.toBe(before)
    rmSync(ledger.place)
    expect(await ledger.state()).not.toBe(after)
    expect(await read(ledger)).toEqual([])
    const next = line()
    await ledger.append([next])
    expect(await read(ledger)).toEqual([{ number: 1, line: next }])
  })

  it('fails to be read, and does not go on for ever, where it has become something without an end', async () => {
    const ledger = await open()
    rmSync(ledger.place)
    symlinkSync('/dev/zero', ledger.place)
    await expect(read(ledger)).rejects.toThrow('is not a file')
  })

  it.each([
    ['in a folder that is not there, as when its volume is not mounted', 'gone/erasures.jsonl', 'ENOENT'],
    ['that is a folder', 'folder', 'it is not a file'],
    ['in a folder that is a file', 'file/erasures.jsonl', 'ENOTDIR'],
  ])(
    'stops the start with one line that names the setting where it is to be one %s',
    async (_, name, why) => {
      const dataDir = newFolder()
      mkdirSync(join(dataDir, 'folder'))
      writeFileSync(join(dataDir, 'file'), '')
      const place = join(dataDir, name)
      const error = await openLedger({ DATA_DIR: dataDir, ERASURE_LEDGER: place }).catch((reason) => reason)
      expect(error).toBeInstanceOf(EnvError)
      expect(error.message).toMatch(/^ERASURE_LEDGER: cannot write .*[^\n]$/)
      expect(error.message).toContain(place)
      expect(error.message).toContain(why)
    },
  )
})
