import { expect, it } from 'vitest'
import { messageDifferences } from './message-differences.mjs'

it('finds nothing where both languages say the same things in their own words', () => {
  const swedish = {
    leads: { count: '{count, plural, one {ett lead} other {# leads från {name}}}', more: '<b>Mer</b>' },
  }
  const english = {
    leads: { count: '{count, plural, =0 {none} other {{name} sent #}}', more: '<b>More</b>' },
  }
  expect(messageDifferences(swedish, english)).toEqual([])
})

it.each([
  ['a key that only one has', { a: 'x', b: 'y' }, { a: 'x' }, 'b is only in one language'],
  ['a message that says nothing', { a: 'x' }, { a: ' ' }, 'a is empty'],
  ['an argument by another name', { a: '{name}' }, { a: '{namn}' }, 'a takes name here and namn there'],
  ['an argument that one drops', { a: '{name} {n}' }, { a: '{n}' }, 'a takes n, name here and n there'],
  ['a tag that one lacks', { a: '<b>x</b>' }, { a: 'x' }, 'a takes <b> here and nothing there'],
  [
    'an argument inside a plural',
    { a: '{n, plural, other {{x}}}' },
    { a: '{n, plural, other {}}' },
    'a takes n plural, x here and n plural there',
  ],
  [
    'braces that do not match',
    { a: '{n' },
    { a: '{n}' },
    'a takes ({n EXPECT_ARGUMENT_CLOSING_BRACE) here and n there',
  ],
])('tells %s, because the screen would show a gap or a key', (_, one, other, line) => {
  expect(messageDifferences(one, other)).toEqual([line])
})

it('leaves quoted braces alone, because they are text', () => {
  expect(messageDifferences({ a: "'{name}' {n}" }, { a: '{n}' })).toEqual([])
})
