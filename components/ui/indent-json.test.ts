import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indentJson } from './indent-json'

describe('indentJson', () => {
  it('indents as JSON.stringify does, whatever the value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(indentJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2))
      }),
    )
  })

  it('does not care how the text was spaced', () => {
    expect(indentJson(' {"a" :\n[ 1,{ } ] }\t')).toBe('{\n  "a": [\n    1,\n    {}\n  ]\n}')
  })

  it('keeps what a parse would lose, because it shows what was received', () => {
    expect(indentJson('{"a":1e400,"a":150.0}')).toBe('{\n  "a": 1e400,\n  "a": 150.0\n}')
  })

  it.each(['', '<h1>Bad gateway</h1>', '{"a":'])('leaves %j alone, which is no JSON', (text) => {
    expect(indentJson(text)).toBe(text)
  })
})
