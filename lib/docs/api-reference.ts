import { z } from 'zod'
import { openapiDocument } from '@/lib/openapi/openapi-document'
import type { ApiField, ApiGroup, ApiOperation } from './reference'

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  description: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), schemaSchema).optional()
  },
  get items() {
    return schemaSchema.optional()
  },
})
type Schema = z.infer<typeof schemaSchema>

const contentSchema = z
  .object({
    'application/json': z.object({
      schema: schemaSchema.optional(),
      example: z.unknown().optional(),
      examples: z
        .record(z.string(), z.object({ summary: z.string().optional(), value: z.unknown() }))
        .optional(),
    }),
  })
  .partial()

const answerSchema = z.object({
  $ref: z.string().optional(),
  description: z.string().default(''),
  content: contentSchema.optional(),
})

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().default(''),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: schemaSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ description: z.string().default(''), content: contentSchema }).optional(),
  responses: z.record(z.string(), answerSchema),
})

const documentSchema = z.object({
  tags: z.array(z.object({ name: z.string(), description: z.string().default('') })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    schemas: z.record(z.string(), schemaSchema),
    responses: z.record(z.string(), answerSchema).default({}),
  }),
})
type Document = z.infer<typeof documentSchema>

/** What the OpenAPI document says, in the order in which one reads it: by what it is about. */
export function apiReference(): ApiGroup[] {
  const document = documentSchema.parse(openapiDocument())
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      operation: toOperation(document, { path, method, operation }),
    })),
  )
  return document.tags.map(({ name, description }) => ({
    name,
    meaning: description,
    operations: operations.flatMap(({ tag, operation }) => (tag === name ? operation : [])),
  }))
}

type Found = { path: string; method: string; operation: z.infer<typeof operationSchema> }

function toOperation(document: Document, { path, method, operation }: Found): ApiOperation {
  const content = operation.requestBody?.content['application/json']
  return {
    ...{ id: operation.operationId, method: method.toUpperCase(), path },
    ...{ summary: operation.summary, meaning: operation.description },
    parameters: operation.parameters.map(({ name, required, description, schema }) => ({
      ...{ name, kind: kindOf(document, schema), isRequired: required },
      meaning: description ?? schema.description ?? '',
    })),
    body: content
      ? {
          meaning: operation.requestBody?.description ?? '',
          fields: content.schema ? fieldsOf(document, content.schema, '') : [],
          example: content.example === undefined ? null : printed(content.example),
        }
      : null,
    answers: Object.entries(operation.responses).map(([status, given]) => {
      const { description, content } = given.$ref
        ? (document.components.responses[nameIn(given.$ref)] ?? given)
        : given
      const { example, examples = {} } = content?.['application/json'] ?? {}
      const named = Object.values(examples).map(({ summary = '', value }) => ({
        name: summary,
        text: printed(value),
      }))
      return {
        status,
        meaning: description,
        examples: example === undefined ? named : [{ name: '', text: printed(example) }, ...named],
      }
    }),
  }
}

/** Fields of an object and of those in it; a list's are written with `[]`. */
function fieldsOf(document: Document, given: Schema, before: string): ApiField[] {
  const schema = resolved(document, given)
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = `${before}${key}`
    const inner = resolved(document, property)
    const below = inner.items
      ? fieldsOf(document, inner.items, `${name}[].`)
      : fieldsOf(document, inner, `${name}.`)
    const own = {
      ...{ name, kind: kindOf(document, property), isRequired: schema.required.includes(key) },
      meaning: property.description ?? inner.description ?? '',
    }
    return [own, ...below]
  })
}

const resolved = (document: Document, schema: Schema): Schema =>
  schema.$ref ? (document.components.schemas[nameIn(schema.$ref)] ?? schema) : schema

const nameIn = (reference: string) => reference.split('/').at(-1) ?? ''

/** What a value may be, in few words: `text, 1–100`, `number, 0–10000`, `A or B`. */
function kindOf(document: Document, given: Schema): string {
  const schema = resolved(document, given)
  if (schema.enum) return schema.enum.filter((value) => value !== null).join(', ')
  if (schema.const !== undefined) return String(schema.const)
  const types = [schema.type ?? 'any'].flat().filter((type) => type !== 'null')
  const words = types.map((type) => kinds[type] ?? type).join(' or ')
  const [least, most] = [schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength]
  const unit = schema.maxLength === undefined ? '' : ' characters'
  const to = least === undefined && unit ? `up to ${most}` : `${least ?? 0}–${most}`
  const from = least === undefined ? '' : `, from ${least}`
  const range = most === undefined ? from : `, ${to}${unit}`
  return `${schema.format ? (formats[schema.format] ?? words) : words}${range}`
}

const kinds: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  array: 'list',
  boolean: 'true or false',
}
const formats: Record<string, string> = {
  uuid: 'UUID',
  'date-time': 'time',
  date: 'date',
  uri: 'URL',
  email: 'e-mail',
}

const printed = (value: unknown): string => JSON.stringify(value, null, 2)
