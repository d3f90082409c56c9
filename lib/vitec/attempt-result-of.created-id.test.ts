import { describe, expect, it } from 'vitest'
import { createdId } from './attempt-result-of'

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
    ['{"id":12345678901234567890}', '12345678901234567890'],
    [' { "name": "12\\"3", "leadId" : 9007199254740993 } ', '9007199254740993'],
    ['"3f2504e0-4f89-11d3-9a0c-0305e82c3301"', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}'],
    ['"3f2504e04f8911d39a0c0305e82c3301"', '3f2504e04f8911d39a0c0305e82c3301'],
    ['"CMLEAD4F7BQ2K0G1OQKO8"', 'CMLEAD4F7BQ2K0G1OQKO8'],
    ['"OBJ20789_1736882839"', 'OBJ20789_1736882839'],
    ['{"id":500}', '500'],
    ['{"id":"CMLEAD1","message":"Hej","error":null,"errors":[],"status":1}', 'CMLEAD1'],
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
    ['an error with its number', 'Error-500'],
    ['an error in a JSON string', '"ERROR_12"'],
    ['an error that is named an id', '{"id":"Failed1"}'],
    ['an error with a long number', 'ERR20260127'],
    ['an error in Swedish', '"FEL20260127"'],
    ['the code of an error', '"AADSTS7000215"'],
    ['the code of an error in a database', 'ORA-12154'],
    ['an address', '127.0.0.1:3000'],
    ['a time', '2026-01-27T10:00:00'],
    ['a version', 'v2.1'],
    ['a status', '500'],
    ['a status in a JSON string', '"500"'],
    ['a count, or yes', '1'],
    ['a number that is no whole one', '4711.5'],
    ['a power', '{"id":1e30}'],
    ['an error with an id of its own', '{"id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","error":"No."}'],
    ['errors of fields', '{"id":4711,"modelState":{"firstName":["Too long."]}}'],
    ['a failure that has an id', '{"id":4711,"success":false}'],
    ['a status within', '{"id":4711,"Status":500}'],
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
