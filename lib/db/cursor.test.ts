import { expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor'

const cursor = {
  receivedAt: new Date('2026-03-01T12:00:00.123Z'),
  id: '01a0b0c0-0000-7000-8000-000000000001',
}

it('keeps the millisecond, so that leads of the same second are neither skipped nor shown twice', () => {
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
})

it('keeps how the leads were found, so that no page has leads of another search', () => {
  const loose = { ...cursor, spelling: 'loose' as const }
  expect(readCursor(writeCursor(loose))).toEqual(loose)
})

it.each([null, '', 'x', 'x_y', '2026-03-01T12:00:00Z_1', "'; drop table lead", '_'])(
  'starts from the top for what is no cursor: %s',
  (text) => {
    expect(readCursor(text)).toBeNull()
  },
)
