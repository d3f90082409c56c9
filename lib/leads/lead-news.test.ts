import { describe, expect, it } from 'vitest'
import { bareRow } from '@/test/support/leads/bare-row'
import { mostRows, partOf, rowMark } from './lead-news'
import type { LeadRow } from './lead-view'

const rows = (count: number): LeadRow[] =>
  Array.from({ length: count }, (_, at) => ({
    ...bareRow,
    id: `0197d1a2-0000-7000-8000-${String(at).padStart(12, '0')}`,
  }))

describe('partOf', () => {
  it('is the whole list where that is short, so that whatever comes to stand anywhere in it is counted', () => {
    const leads = rows(3)
    expect(partOf(leads, 7, false)).toMatchObject({ part: 0, above: null, below: null })
    expect(partOf(leads, 7, true).below?.id).toBe(leads[2]?.id)
    expect(partOf([], 0, false)).toMatchObject({ rows: [], above: null, below: null })
  })

  it('comes to every row of a long list in turn: far back a status changes in place as it does on top', () => {
    const leads = rows(mostRows * 2 + 1)
    const parts = [0, 1, 2, 3].map((turn) => partOf(leads, turn, true))
    expect(parts.map(({ part }) => part)).toEqual([0, 1, 2, 0])
    expect(parts.slice(0, 3).flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(
      leads.map(({ id }) => id),
    )
    expect(parts[1]?.above?.id).toBe(parts[0]?.below?.id)
    for (const { rows } of parts) expect(rows.length).toBeLessThanOrEqual(mostRows)
  })
})

describe('rowMark', () => {
  it('is another once anything has changed that a row shows', () => {
    const changes: Partial<LeadRow>[] = [
      { status: 'delivered' },
      { nextAttemptAt: '2026-03-01T12:00:00.000Z' },
      { customerPaused: true },
      { obstacle: 'hold' },
      { anonymisedAt: '2026-03-01T12:00:00.000Z' },
      { vitecLeadId: 'V1' },
    ]
    const marks = [bareRow, ...changes.map((change) => ({ ...bareRow, ...change }))].map(rowMark)
    expect(new Set(marks).size).toBe(marks.length)
  })

  it('holds nothing of the person, because it is sent with every question', () => {
    const person = { firstName: 'Svea', lastName: 'Öberg', phone: '+46700000000', email: 'svea@example.com' }
    expect(rowMark({ ...bareRow, ...person })).toBe(rowMark(bareRow))
  })
})
