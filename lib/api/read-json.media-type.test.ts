import { describe, expect, it } from 'vitest'
import { jsonTypeOf } from './read-json'

describe('jsonTypeOf', () => {
  it.each([
    'application/json',
    'Application/JSON ',
    'application/json;',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ; Charset = utf8',
    'application/json; charset=us-ascii',
    'application/json; odata=verbose',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    'application/json; version=1',
    'application/json; profile="https://example.com/a;b"',
    'application/json; profile="x; charset=utf-16"',
    'application/json; boundary',
  ])('reads JSON in %j, since what it adds does no harm', (type) => {
    expect(jsonTypeOf(type)).toEqual({ kind: 'json' })
  })

  it.each([
    null,
    '',
    'text/json',
    'application/jsonx',
    'application/json, application/json',
    'application/x-www-form-urlencoded; charset=application/json',
    `application/json;${' '.repeat(300)}`,
  ])('reads no JSON in %j', (type) => {
    expect(jsonTypeOf(type)).toEqual({ kind: 'other' })
  })

  it.each(['iso-8859-1', 'utf-16', 'windows-1252', 'utf-7', ''])(
    'names the charset %j, which is no UTF-8',
    (charset) => {
      expect(jsonTypeOf(`application/json; charset=${charset}`)).toEqual(
        charset === '' ? { kind: 'json' } : { kind: 'charset', charset },
      )
      expect(jsonTypeOf(`application/json; charset=utf-8; charset="${charset || 'x'}"`)).toEqual({
        kind: 'charset',
        charset: charset || 'x',
      })
    },
  )
})
