import { describe, expect, it } from 'vitest'
import { createdId } from './created-id'

describe('createdId', () => {
  it.each([
    ['"CMLEAD123456"', 'CMLEAD123456'],
    [' "CMLEAD123456"\r\n', 'CMLEAD123456'],
    ['CMLEAD123456', 'CMLEAD123456'],
    ['{"id":"CMLEAD1"}', 'CMLEAD1'],
    ['{"leadId":"CMLEAD1"}', 'CMLEAD1'],
    ['{"Id":4711}', '4711'],
    ['4711', '4711'],
    ['12345678901234567890', '12345678901234567890'],
    ['"3f2504e0-4f89-11d3-9a0c-0305e82c3301"', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
  ])('reads %s', (body, id) => {
    expect(createdId(body, true)).toBe(id)
  })

  it.each([
    ['nothing', ''],
    ['an empty string', '""'],
    ['null', 'null'],
    ['a word that is no id', '"OK"'],
    ['a sentence', '"The lead 123 was saved"'],
    ['no id at all, as .NET writes it', '"00000000-0000-0000-0000-000000000000"'],
    ['zero', '0'],
    ['a negative number', '-1'],
    ['a list', '["CMLEAD1"]'],
    ['an id within an id', '{"id":{"id":"CMLEAD1"}}'],
    ['HTML', '<html>1</html>'],
    ['too long an id', `"${'1'.repeat(101)}"`],
    ['half a JSON string', '"CMLEAD1'],
  ])('reads no id in %s', (_, body) => {
    expect(createdId(body, true)).toBeNull()
  })

  it('believes an answer that was cut short only where it shows its own end', () => {
    expect(createdId('"CMLEAD1"', false)).toBe('CMLEAD1')
    expect(createdId('{"id":"CMLEAD1"}', false)).toBe('CMLEAD1')
    expect(createdId('CMLEAD1', false)).toBeNull()
    expect(createdId('4711', false)).toBeNull()
  })
})
