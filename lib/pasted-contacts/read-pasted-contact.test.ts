import { describe, expect, it } from 'vitest'
import { personFields } from '@/lib/leads/wire-lead'
import { plainBlocks } from '@/test/support/pasted-contacts/blocks'
import { foundBlocks } from '@/test/support/pasted-contacts/found-blocks'
import { oddBlocks } from '@/test/support/pasted-contacts/odd-blocks'
import { type ContactField, contactFields, isBlock, longestBlock } from './pasted-contact'
import { readPastedContact } from './read-pasted-contact'

const blocks = [...plainBlocks, ...oddBlocks, ...foundBlocks]

type Judged = { about: string; field: ContactField; wanted: string; got: string; isCertain: boolean }

const comparable = (field: ContactField, text = '') =>
  field === 'phone' ? (personFields.phone.safeParse(text).data ?? text) : text

const judged: Judged[] = blocks.flatMap(({ about, text, is }) => {
  const contact = readPastedContact(text) ?? {}
  return contactFields.flatMap((field) => {
    const [wanted, got] = [comparable(field, is[field]), comparable(field, contact[field]?.text)]
    if (wanted === '' && got === '') return []
    return [{ about, field, wanted, got, isCertain: contact[field]?.isCertain ?? false }]
  })
})

describe('readPastedContact', () => {
  it('reads at least 95 % of the fields of sixty blocks and more', () => {
    const wanted = judged.filter(({ wanted }) => wanted !== '')
    const right = wanted.filter(({ wanted, got }) => wanted === got)
    expect(blocks.length).toBeGreaterThanOrEqual(60)
    const missed = wanted.filter((field) => !right.includes(field))
    expect(right.length / wanted.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.95)
  })

  it('reads none wrong in silence: what it may have misread it marks as doubtful', () => {
    expect(judged.filter(({ wanted, got, isCertain }) => isCertain && wanted !== got)).toEqual([])
  })

  it('doubts few of what it reads, so that a doubt is looked at', () => {
    const doubted = judged.filter(({ got, isCertain }) => got !== '' && !isCertain)
    expect(doubted.length / judged.length, JSON.stringify(doubted, null, 1)).toBeLessThan(0.06)
  })

  it('takes a block of signs that mean something to it in a time that grows as its length', () => {
    const dear = [
      '0 '.repeat(4000),
      'a@'.repeat(4000),
      'Storgatan 1, '.repeat(400),
      `${' '.repeat(8000)}x\n0`,
      '(0)'.repeat(3000),
    ]
    for (const text of dear) expect(() => readPastedContact(`${text}\n${text}`)).not.toThrow()
  })

  it('looks no further than a block is long, and not at half a line', () => {
    const long = `Erik Andersson\n070-174 06 05\n${'x'.repeat(longestBlock)}\nerik.andersson@example.com`
    expect(Object.keys(readPastedContact(long) ?? {})).toEqual(['first_name', 'last_name', 'phone'])
    const cut = `Erik Andersson\n${'x '.repeat(longestBlock / 2 - 12)}\n070-174 06 05`
    expect(readPastedContact(cut)).toBeNull()
  })

  it.each(blocks)('looks only at what is a block: $about', ({ text }) => {
    expect(isBlock(text)).toBe(true)
  })
})

it.each([
  'Erik Andersson',
  'Storgatan 12, 114 22 Stockholm',
  '0701740605\n',
  '\n  erik.andersson@example.com  \r\n',
  '',
])('takes %j for no block: it goes into the field', (text) => {
  expect(isBlock(text)).toBe(false)
})
