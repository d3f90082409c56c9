import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import leaveOut from './leave-out.mjs'

const read = (path: string) => readFileSync(`node_modules/${path}`, 'utf8')

it.each([
  'react-aria/dist/private/menu/intlStrings.mjs',
  'react-aria-components/dist/private/intlStrings.mjs',
])('leaves Swedish and English in %s, because pages are in no other language', (path) => {
  const left = leaveOut(read(path))
  expect([...left.matchAll(/"([a-z]{2}-[A-Z]{2})":/g)].map(([, language]) => language)).toEqual([
    'en-US',
    'sv-SE',
  ])
  expect(left.match(/^import /gm)).toHaveLength(2)
})

it('takes what writes JSON Schema out of zod, which only the server does', () => {
  const left = leaveOut(read('zod/v4/classic/schemas.js'))
  expect(left).not.toContain('json-schema')
  expect(left).toContain('export function object(')
})

it('stops a build where a package came in another shape: it would be heavier, and nobody would know', () => {
  expect(() => leaveOut('export default {}')).toThrow()
})
