import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { isPattern } from './is-pattern'

it.each([
  'aaaaaaaaaaaa',
  '!!!!!!!!!!!!',
  'abcabcabcabc',
  'ABCabcABCabc',
  'hunter2hunter2hunt',
  '123456789012',
  '098765432109',
  'abcdefghijkl',
  'zyxwvutsrqpo',
  'qwertyuiopasdf',
  'mnbvcxzlkjhg',
  '1qaz2wsx3edc',
  'qwer1234asdf5678',
  'aabbccddeeff',
  'abc123def456',
])('calls %s a pattern', (text) => expect(isPattern(text)).toBe(true))

it.each([
  'correct horse battery',
  'known to everybody, too',
  'en lång mening om öster',
  'stuvade rester på torsdag',
  'x7#kQ9!vLp2&',
  'hast pa balkong',
])('calls %s none', (text) => expect(isPattern(text)).toBe(false))

it('calls nothing a pattern that was drawn at random, in hex or base64', () => {
  for (let draw = 0; draw < 500; draw++) {
    const bytes = randomBytes(32)
    expect(isPattern(bytes.toString('hex'))).toBe(false)
    expect(isPattern(bytes.toString('base64'))).toBe(false)
  }
})
