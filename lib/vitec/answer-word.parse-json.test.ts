import { describe, expect, it } from 'vitest'
import { parseJson } from './answer-word'

describe('parseJson', () => {
  it.each([
    ['12345678901234567890', '12345678901234567890'],
    ['-9007199254740993', '-9007199254740993'],
    ['[1.10,1e400]', ['1.10', '1e400']],
    ['{"a":{"b":[12345678901234567890]}}', { a: { b: ['12345678901234567890'] } }],
  ])('keeps the text of %s, which would not come back from a number', (text, value) => {
    expect(parseJson(text)).toEqual(value)
  })

  it.each([
    '9007199254740991',
    '-0.5',
    '"12345678901234567890"',
    '"a \\" 12345678901234567890 \\\\"',
    '{"12345678901234567890":"\\\\","\\u0022":1}',
    '[true,null,"",0]',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  it.each([
    '',
    'CMLEAD1',
    '0123456789012345678901',
    '12345678901234567890.',
    '{"a":12345678901234567890',
    '-',
  ])('reads nothing in %j, which is no JSON', (text) => {
    expect(parseJson(text)).toBeNull()
  })

  it('is quick with long and hostile texts', () => {
    const text = JSON.stringify(`${'\\n"1'.repeat(1_000_000)}`)
    expect(parseJson(`[${text},12345678901234567890]`)).toHaveLength(2)
  })
})
