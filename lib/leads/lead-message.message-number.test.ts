import { describe, expect, it } from 'vitest'
import { area, fee, kronor } from './lead-message'

describe('area', () => {
  it.each([
    [150, '150.0'],
    [72.55, '72.55'],
    [72.333, '72.33'],
    [1200, '1200.0'],
    [100_000_000, '100000000.0'],
    [0.5, '0.5'],
  ])('prints %d as the source document prints areas', (value, text) => {
    expect(area(value)).toBe(text)
  })

  it.each([
    [72.555, '72.56'],
    [1.005, '1.01'],
    [8.345, '8.35'],
    [0.005, '0.01'],
    [72.5549, '72.55'],
    [99.995, '100.0'],
  ])('rounds %d half up on the digits as written, not on the binary number behind them', (value, text) => {
    expect(area(value)).toBe(text)
  })

  it.each([null, 0, 1e-7, 0.004])('has nothing to say of %s, which would read 0.0', (value) => {
    expect(area(value)).toBeNull()
  })
})

describe('fee', () => {
  it.each([
    [3500, '3 500'],
    [3512.5, '3 512,50'],
    [3512.55, '3 512,55'],
    [0.5, '0,50'],
    [950, '950'],
    [1_000_000, '1 000 000'],
  ])('prints %d kronor: öre only where there are any', (value, text) => {
    expect(fee(value)).toBe(text)
  })

  it.each([null, 0, 0.001])('has nothing to say of %s', (value) => {
    expect(fee(value)).toBeNull()
  })
})

describe('kronor', () => {
  it.each([
    [1, '1'],
    [999, '999'],
    [1000, '1 000'],
    [5_500_000, '5 500 000'],
    [999_999_999_999, '999 999 999 999'],
  ])('groups %d by three with ordinary spaces', (value, text) => {
    expect(kronor(value)).toBe(text)
  })
})
