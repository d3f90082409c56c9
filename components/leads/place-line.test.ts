import { describe, expect, it } from 'vitest'
import { placeLine } from './place-line'

describe('placeLine', () => {
  it.each([
    ['11422', 'Stockholm', 'Storgatan 12, 114 22 Stockholm', 'zip codes are written in two groups'],
    [null, 'Stockholm', 'Storgatan 12, Stockholm', 'a city is enough'],
    ['11422', null, 'Storgatan 12, 114 22', 'so is a zip code'],
    [null, null, 'Storgatan 12', 'and neither leaves no comma behind'],
  ])('with %s and %s is %s: %s', (zipCode, city, line, _reason) => {
    expect(placeLine({ address: 'Storgatan 12', zipCode, city })).toBe(line)
  })
})
