import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { textField } from './fields'
import { longestText, parseInput, stopTexts } from './parse-input'
import { mostMarks } from './plain-text'

const long = 'x'.repeat(longestText + 1)
const marked = `e${'\u0316'.repeat(mostMarks + 1)}`

const errorsOf = (schema: z.ZodType, value: unknown) => {
  try {
    parseInput(schema, value)
  } catch (error) {
    if (error instanceof AppError) return error.details.errors
    throw error
  }
  return []
}

describe('the gate for texts', () => {
  it('lets pass what may be looked at', () => {
    const value = { a: 'x'.repeat(longestText), b: [`e${'\u0316'.repeat(mostMarks)}`, 1, null], c: {} }
    const body = { value: structuredClone(value) }
    expect(stopTexts(body)).toEqual([])
    expect(body.value).toEqual(value)
  })

  it('stops a text that is longer than any field takes, wherever it stands, and says where', () => {
    const stopped = stopTexts({ value: { a: { b: [1, long] }, c: long } })
    expect(stopped.map(({ told }) => [told?.error.field, told?.error.code, told?.error.params])).toEqual([
      ['a.b.1', 'too_long', { max: longestText }],
      ['c', 'too_long', { max: longestText }],
    ])
    expect(stopTexts({ value: long })).toMatchObject([
      { told: { error: { field: 'body', code: 'too_long' } } },
    ])
  })

  it('stops a letter with more marks than any language puts on one', () => {
    expect(stopTexts({ value: { name: marked } }).map(({ told }) => told?.error)).toEqual([
      {
        field: 'name',
        code: 'forbidden_character',
        message: 'Contains a character that is not allowed: U+0316 (mark), as character 32.',
        params: { character: 'U+0316', kind: 'mark', position: 32 },
      },
    ])
  })

  it('goes as deep as a request does', () => {
    const depth = 30_000
    const value = JSON.parse(`${'['.repeat(depth)}"${long}"${']'.repeat(depth)}`)
    expect(stopTexts({ value })).toHaveLength(1)
  })

  it('says of none where it stands that stands deeper than anything is read: that would cost as much for each', () => {
    const [depth, texts] = [15_000, 500]
    const within = Array.from({ length: texts }, () => JSON.stringify(marked)).join()
    const value = JSON.parse(`${'['.repeat(depth)}${within}${']'.repeat(depth)}`)
    const started = performance.now()
    expect(errorsOf(z.object({ name: textField(10) }, 'not_object'), value)).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('a request whose text is stopped', () => {
  const schema = z.object({ name: textField(10), note: z.string().optional() })

  it('is told the field’s own limit, and what else is wrong', () => {
    expect(errorsOf(schema, { name: long, note: 1 })).toMatchObject([
      { field: 'name', code: 'too_long', params: { max: 10 } },
      { field: 'note', code: 'invalid' },
    ])
  })

  it('is refused where the schema would have taken it', () => {
    expect(errorsOf(schema, { name: 'x', note: long })).toMatchObject([{ field: 'note', code: 'too_long' }])
    expect(errorsOf(schema, { name: 'x', note: marked })).toMatchObject([
      { field: 'note', code: 'forbidden_character' },
    ])
  })

  it('is taken where nobody reads that text: no lead is lost to a field that we do not know', () => {
    const value = { name: 'x', extra: { deep: [long, marked] } }
    const before = structuredClone(value)
    expect(parseInput(schema, value)).toEqual({ name: 'x' })
    expect(value, 'it is kept as it was received').toEqual(before)
  })
})
