import { expect, it } from 'vitest'
import { supports } from './node-version.mjs'

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.3', false],
  ['22.12.0', false],
  ['22.13.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('says of Node %s: %s, as the tools we build with do', (version, supported) => {
  expect(supports('^20.19.0 || ^22.13.0 || >=24.0.0', version)).toBe(supported)
})
