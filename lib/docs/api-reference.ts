import { openapiDocument } from '@/lib/openapi/openapi-document'
import {
  type Document,
  type DocumentOperation,
  type DocumentResponse,
  documentSchema,
  refusalSchema,
  type Schema,
} from './document-shape'
import type { ApiAnswer, ApiEvents, ApiField, ApiGroup, ApiOperation } from './reference'

/** What the OpenAPI document says, in the order in which one reads it: by what it is about. */
export function apiReference(given: object = openapiDocument()): ApiGroup[] {
  const document = documentSchema.parse(given)
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

/** What receivers are called with: what all events have in common, and an example of each. */
export function eventReference(given: object = openapiDocument()): ApiEvents {
  const document = documentSchema.parse(given)
  const types = Object.entries(document.webhooks).map(([type, { post }]) => ({
    ...{ name: type, meaning: post.summary, post },
    example: printed(post.requestBody?.content['application/json']?.example),
  }))
  const [first] = types
  if (!first) return { meaning: '', headers: [], fields: [], answers: [], types: [] }
  const { schema } = first.post.requestBody?.content['application/json'] ?? {}
  return {
    meaning: first.post.description,
    headers: parametersOf(document, first.post),
    fields: schema ? fieldsOf(document, schema, '') : [],
    answers: answersOf(document, first.post),
    types: types.map(({ name, meaning, example }) => ({ name, meaning, example })),
  }
}

type Found = { path: string; method: string; operation: DocumentOperation }

function toOperation(document: Document, { path, method, operation }: Found): ApiOperation {
  const content = operation.requestBody?.content['application/json']
  return {
    ...{ id: operation.operationId, method: method.toUpperCase(), path },
    ...{ summary: operation.summary, meaning: operation.description, isLeaving: operation.deprecated },
    parameters: parametersOf(document, operation),
    body: content
      ? {
          meaning: operation.requestBody?.description ?? '',
          fields: content.schema ? fieldsOf(document, content.schema, '') : [],
          example: content.example === undefined ? null : printed(content.example),
        }
      : null,
    answers: answersOf(document, operation),
  }
}

const parametersOf = (document: Document, { parameters }: DocumentOperation): ApiField[] =>
  parameters.map(({ name, required, description, schema }) => ({
    ...{ name, kind: kindOf(document, schema), isRequired: required },
    ...{ isLeaving: schema.deprecated, mayBeNull: false },
    meaning: description ?? schema.description ?? '',
  }))

/** The fields of the first answer that is no refusal stand beside it; others of the operation have the same. */
function answersOf(document: Document, { responses }: DocumentOperation): ApiAnswer[] {
  const all = Object.entries(responses).map(([status, given]) => {
    const name = given.$ref ? nameIn(given.$ref) : null
    return { status, name, response: (name && document.components.responses[name]) || given }
  })
  const explained = all.find(({ status, response }) => status.startsWith('2') && schemaOf(response))
  return all.map(({ status, name, response }) => {
    const schema = status === explained?.status ? schemaOf(response) : undefined
    const isCommon = name !== null && usesOf(document, name) > 1
    return { ...answerOf(status, response), isCommon, fields: schema ? answerFields(document, schema) : [] }
  })
}

const schemaOf = ({ content }: DocumentResponse) => content?.['application/json']?.schema

const usesOf = (document: Document, name: string): number =>
  Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.values(responses))
    .filter(({ $ref }) => $ref && nameIn($ref) === name).length

function answerOf(status: string, { description, content }: DocumentResponse) {
  const { example, examples = {} } = content?.['application/json'] ?? {}
  const named = Object.values(examples).map(({ summary = '', value }) => ({ name: summary, value }))
  const shown = example === undefined ? named : [{ name: '', value: example }, ...named]
  return {
    ...{ status, meaning: description },
    codes: shown.flatMap(({ value }) => refusalSchema.safeParse(value).data?.code ?? []),
    examples: shown.map(({ name, value }) => ({ name, text: printed(value) })),
  }
}

/** What many operations answer, which stands in one place. */
export function commonAnswers(given: object = openapiDocument()): ApiAnswer[] {
  const document = documentSchema.parse(given)
  const all = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap((operation) => answersOf(document, operation))
  const common = all.filter(({ isCommon }) => isCommon)
  return [...new Map(common.map((answer) => [answer.meaning, answer])).values()].toSorted((one, other) =>
    one.status.localeCompare(other.status),
  )
}

/** What a refusal has, wherever it comes from. */
export function refusalFields(given: object = openapiDocument()): ApiField[] {
  const document = documentSchema.parse(given)
  return answerFields(document, { required: [], deprecated: false, $ref: '#/components/schemas/ErrorAnswer' })
}

/** Of a list those of what is in it, and of a choice those of the one that says most. */
function answerFields(document: Document, schema: Schema): ApiField[] {
  const { anyOf, items } = resolved(document, schema)
  const [most] = anyOf ?? []
  if (most) return answerFields(document, most)
  return items ? fieldsOf(document, items, '[].') : fieldsOf(document, schema, '')
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
      ...{ isLeaving: property.deprecated || inner.deprecated, mayBeNull: isNullable(inner) },
      // What a closed list of codes means stands below, once.
      meaning: inner['x-words'] ? '' : (property.description ?? inner.description ?? ''),
    }
    return [own, ...below]
  })
}

const isNullable = ({ type }: Schema) => [type].flat().includes('null')

const resolved = (document: Document, schema: Schema): Schema =>
  schema.$ref ? (document.components.schemas[nameIn(schema.$ref)] ?? schema) : schema

const nameIn = (reference: string) => reference.split('/').at(-1) ?? ''

/** What a value may be, in few words: `text, 1–100`, `number, 0–10000`, `A or B`. */
function kindOf(document: Document, given: Schema): string {
  const schema = resolved(document, given)
  if (schema['x-words']) return 'one of the codes below'
  if (schema.enum) return schema.enum.filter((value) => value !== null).join(', ')
  if (schema.const !== undefined) return String(schema.const)
  const types = [schema.type ?? 'any'].flat().filter((type) => type !== 'null')
  const words = types.map((type) => kinds[type] ?? type).join(' or ')
  const [least, most] = [schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength]
  const unit = schema.maxLength === undefined ? '' : ' characters'
  const to = least === undefined && unit ? `up to ${most}` : `${least ?? 0}–${most}`
  const from = least === undefined ? '' : `, from ${least}`
  const above =
    schema.exclusiveMinimum === undefined ? null : `, above ${schema.exclusiveMinimum}, up to ${most}`
  const range = above ?? (most === undefined ? from : `, ${to}${unit}`)
  const pattern = schema.pattern && words === 'text' ? `, as ${schema.pattern}` : ''
  return `${schema.format ? (formats[schema.format] ?? words) : words}${range}${pattern}`
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
