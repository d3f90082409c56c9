import { describe, expect, it } from 'vitest'
import { messages } from './messages'

/** `{ 'shell.leads': ['count'] }`: each text's path, and the names of the values it takes. */
function textsOf(node: object, path = ''): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, [...value.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? '').sort()]]
        : Object.entries(textsOf(value, `${path}${key}.`)),
    ),
  )
}

describe('messages', () => {
  it('has the same texts with the same values in both languages, so that nothing is shown untranslated', () => {
    expect(textsOf(messages.en)).toEqual(textsOf(messages.sv))
  })
})
