import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messages } from '@/lib/i18n/get-translations'
import { bareLead } from '@/test/support/leads/bare-lead'
import { leadCsv } from './export-leads'
import type { ExportedLead } from './lead-view'
import type { LeadFilter } from './log-filter'

const { leads: words } = messages.sv
const row: ExportedLead = {
  ...bareLead,
  id: '01a20b6b-a726-740c-906a-fd852559351d',
  receivedAt: '2026-03-29T00:59:59.000Z',
  channel: 'api',
  status: 'unknown',
  customerName: 'Testmäklarna',
  leadSourceName: null,
  vitecLeadId: null,
  test: null,
}

const csvOf = (...pages: ExportedLead[][]) => csvAskedWith(null, ...pages)

async function csvAskedWith(tests: LeadFilter['tests'], ...pages: ExportedLead[][]): Promise<string> {
  const all = (async function* () {
    yield* pages
  })()
  const chunks = []
  for await (const chunk of leadCsv(all, { ...words, columns: words.export.columns }, { tests }))
    chunks.push(chunk)
  return chunks.join('')
}

/** The file's cells as a spreadsheet that splits at `separator` sees them. */
function cellsOf(csv: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const character of csv.slice(1)) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === separator || character === '\n' || character === '\r'))
      cells.push('')
    else cells[cells.length - 1] += character
  }
  return cells
}

it('has a heading once, a line for each lead, times in Sweden and the words of the screens', async () => {
  const csv = await csvOf(
    [row],
    [{ ...row, status: 'delivered', vitecLeadId: 'CON1', reference: '=ORDER-7' }],
  )
  const lines = csv.split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^\uFEFF"Mottaget";"Status";"Kund";/)
  expect(lines[1]).toBe(
    '"2026-03-29 01:59:59";"Oklart";"Testmäklarna";"ABC123";;"LEAD456";"API";"Erik";"Andersson";"070-123 45 67";' +
      '"erik.andersson@example.com";"Storgatan 12";;;"Villa";5500000;;"01a20b6b-a726-740c-906a-fd852559351d";',
  )
  expect(lines[2]).toContain('"CON1"')
  expect(lines[2]).toMatch(/;"'=ORDER-7"$/)
})

it('says which leads are of test keys where they were asked for, behind all else, and has no column for that otherwise', async () => {
  const rows = [row, { ...row, test: 'TEST' }]
  const lines = (await csvAskedWith('with', rows)).split('\r\n')
  expect(lines.slice(0, 3).map((line) => line.split(';').at(-1))).toEqual(['"Test"', '', '"TEST"'])
  expect(await csvOf([row])).not.toContain('Test"')
})

it('has its heading also where no lead is', async () => {
  expect((await csvOf([])).split('\r\n')).toHaveLength(2)
})

it('writes a number of another country as it is dialled from Sweden', async () => {
  expect(await csvOf([{ ...row, phone: '+4722123456' }])).toContain('"00 47 22 12 34 56"')
})

it('keeps a quote, a separator and a line break inside their cell', async () => {
  const csv = await csvOf([{ ...row, address: 'Box "7"; c/o\nÅsa' }])
  expect(csv).toContain('"Box ""7""; c/o\nÅsa"')
})

it('has no cell that begins like a formula, at whichever separator a spreadsheet splits, whatever people wrote', async () => {
  const dangerous = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,\t\r\n"\' a1('), maxLength: 12 })
  const check = async (text: string) => {
    const csv = await csvOf([{ ...row, firstName: text, address: text, customerName: text, email: text }])
    for (const separator of [';', ',', '\t'])
      expect(cellsOf(csv, separator).filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  }
  await fc.assert(fc.asyncProperty(dangerous, check), {
    numRuns: 2000,
    examples: [['=1+1'], ['a,=1+1'], ['a;"=1+1'], ['\t=1+1'], [' =1+1'], ['-1'], ["'\n=1"]],
  })
})
