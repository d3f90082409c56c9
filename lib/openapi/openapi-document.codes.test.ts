import { expect, it } from 'vitest'
import { z } from 'zod'
import { errorCodes } from '@/lib/errors'
import en from '@/messages/api-codes/en.json'
import sv from '@/messages/api-codes/sv.json'
import { productFiles } from '@/scripts/shape/product-code.mjs'
import { codeWords, openapiDocument } from './openapi-document'

const lists = [
  'lib/errors.ts',
  'lib/api/error-response.ts',
  'lib/leads/lead-answer.ts',
  'lib/leads/lead-warning.ts',
  'lib/validation/field-error.ts',
]
/** The product without the lists themselves. */
const product = productFiles(process.cwd()).filter(({ path }) => !lists.includes(path))
const isSaid = (pattern: (code: string) => RegExp) => (code: string) =>
  product.some(({ text }) => pattern(code).test(text))

it('has every code that a request is refused with, and none that no code refuses with', () => {
  const isThrown = isSaid((code) => new RegExp(`(AppError\\(\\s*|code: )'${code}'`))
  expect(errorCodes.filter((code) => !isThrown(code))).toEqual([])
})

it.each(['field', 'warning'] as const)('has no code of a %s that nothing gives', (list) => {
  const isGiven = isSaid((code) => new RegExp(`'${code}'`))
  // What stands for all that has none: both are given by the lists' own files.
  const known = codeWords[list].schema.options.filter((code) => !['invalid', 'other'].includes(code))
  const shared = ['unlisted_customer', 'unlisted_lead_source']
  expect(known.filter((code) => !isGiven(code) && !shared.includes(code))).toEqual([])
})

it.each(['error', 'field', 'warning'] as const)(
  'says in both languages what each code of a %s means',
  (list) => {
    const codes = codeWords[list].schema.options.toSorted()
    for (const words of [en[list], sv[list]]) {
      expect(Object.keys(words).toSorted()).toEqual(codes)
      expect(Object.values(words).filter((text) => !/^\p{Lu}.+[.]$/u.test(text))).toEqual([])
    }
  },
)

it.each([
  ['ErrorCode', codeWords.error],
  ['FieldErrorCode', codeWords.field],
  ['WarningCode', codeWords.warning],
])('stands in the document as a closed list, %s, with what each code means', (name, { schema, words }) => {
  const { components } = z
    .object({
      components: z.object({
        schemas: z.record(
          z.string(),
          z.looseObject({ enum: z.array(z.string()).optional(), description: z.string().optional() }),
        ),
      }),
    })
    .parse(openapiDocument())
  expect(components.schemas[name]?.enum).toEqual(schema.options)
  for (const { code, sv: swedish, en: english } of words) {
    expect(components.schemas[name]?.description).toContain(`\`${code}\`: ${english} / ${swedish}`)
  }
})
