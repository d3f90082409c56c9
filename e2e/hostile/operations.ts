import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Schema, schemaSchema } from './any-value'

const parameterSchema = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  schema: schemaSchema,
})
const operationSchema = z.object({
  parameters: z.array(parameterSchema).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: z.unknown() }) }) })
    .optional(),
  responses: z.record(z.string(), z.unknown()),
})
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

/** Something that can be asked of the service. `statuses`: those that are documented, where there is a document. */
export type Operation = {
  method: string
  path: string
  parameters: z.infer<typeof parameterSchema>[]
  body: Schema | null
  statuses: number[] | null
}

/** The operations that an OpenAPI document describes. */
export function documented(document: unknown): Operation[] {
  const { paths, components } = documentSchema.parse(document)
  const resolve = (schema: unknown): Schema => {
    const { $ref } = z.object({ $ref: z.string().optional() }).parse(schema)
    return schemaSchema.parse($ref ? components.schemas[$ref.split('/').at(-1) ?? ''] : schema)
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody ? resolve(requestBody.content['application/json'].schema) : null,
      statuses: Object.keys(responses).map(Number),
    })),
  )
}

const staff = 'app/api/staff'

/** What the pages ask of the service, as the files tell: no document describes it. */
export function undocumented(): Operation[] {
  const files = readdirSync(staff, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('route.ts'),
  )
  return files.flatMap((file) => {
    const path = `/api/staff/${file.replace(/\/?route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const methods = [
      ...readFileSync(join(staff, file), 'utf8').matchAll(/export const (GET|POST|PATCH|PUT|DELETE)\b/g),
    ]
    return methods.map(([, method = '']) => ({
      method,
      path,
      parameters: names.map((name) => ({ in: 'path' as const, name, schema: {} })),
      body: method === 'GET' ? null : plausible,
      statuses: null,
    }))
  })
}

/** Names and values that requests of the pages are made of. */
const plausible: Schema = {
  properties: {
    id: { examples: ['0190a0f4-9c1e-7f4a-8a57-2f6f3c0e9b11'] },
    attempts: { type: 'integer', maximum: 3 },
    expected: { type: 'integer', maximum: 3 },
    status: { enum: ['pending', 'rejected', 'unknown', 'failed', 'delivered'] },
    search: { type: 'string' },
    cursor: { enum: [null, 'x'] },
    name: { examples: ['Exempelmäklarna', 'Exempelbyrån'] },
    vitecId: { examples: ['M30011', 'ABC123', 'NY-1'] },
    active: { type: 'boolean' },
  },
}
