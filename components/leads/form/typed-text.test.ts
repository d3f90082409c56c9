import { expect, it } from 'vitest'
import { typedRooms, typedZipCode } from './typed-text'

it.each([
  ['3 rok', '3'],
  ['3rok', '3'],
  ['3 ROK', '3'],
  ['3 r.o.k.', '3'],
  ['3 r o k', '3'],
  ['3 rum', '3'],
  ['3\u00a0rum och kök', '3'],
  ['3 rum & kök', '3'],
  ['2,5 rum', '2,5'],
  ['2.5 rok', '2.5'],
  ['2½ rum', '2,5'],
  ['½', '0,5'],
  ['3:a', '3'],
  ['\u202d3\u202c rok', '3'],
  ['4', '4'],
])('rooms typed as %j are %j', (typed, wire) => {
  expect(typedRooms(typed)).toBe(wire)
})

it.each(['', 'tre rum', '3 badrum', '3 rum och 1 kök', '3 4', '123 rum', `3 ${'rum'.repeat(50_000)}`])(
  'rooms typed as %j are left for the schema to judge',
  (typed) => {
    expect(typedRooms(typed)).toBe(typed)
  },
)

it.each([
  ['SE-114 22', '114 22'],
  ['SE-11422', '11422'],
  ['SE 114 22', '114 22'],
  ['s-114\u00a022', '114 22'],
  ['S\u2009114\u200922', '114 22'],
])('the postal code typed as %j is %j', (typed, wire) => {
  expect(typedZipCode(typed)).toBe(wire)
})

it.each(['', '114 22', 'NO-0150', 'SE', 'SE-1142', `SE-${'1'.repeat(100_000)}`])(
  'the postal code typed as %j is left for the schema to judge',
  (typed) => {
    expect(typedZipCode(typed)).toBe(typed)
  },
)
