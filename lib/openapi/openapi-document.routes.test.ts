import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorResponse } from '@/lib/api/error-response'
import { AppError } from '@/lib/errors'
import { callerErrorCodes } from '@/lib/leads/lead-answer'
import { keySecurity } from './key-security'
import { openapiDocument } from './openapi-document'

/** What a route declares of itself: who may, and whether something of a body or of its address is read. */
type Declared = { need: string; hasBody: boolean; hasId: boolean }

/** What systems call, as the routes declare it: `GET /api/lead/{id}`. */
function declaredRoutes(): Map<string, Declared> {
  const api = join(process.cwd(), 'app/api')
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('route.ts') && !/^(staff|auth|\[\.\.\.path\])/.test(file),
  )
  return new Map(
    files.flatMap((file) => {
      const path = `/api/${file
        .replace(/\/route\.ts$/, '')
        .replaceAll('[', '{')
        .replaceAll(']', '}')}`
      const declarations = readFileSync(join(api, file), 'utf8').matchAll(
        /route\(\s*\{(.*?method: '(\w+)', need: '(\w+)'.*?)\},\s*(?:async )?\(/gs,
      )
      return [...declarations].map(([, text = '', method, need = '']): [string, Declared] => [
        `${method} ${path}`,
        { need, hasBody: text.includes('body: '), hasId: text.includes('params: ') },
      ])
    }),
  )
}

const contentSchema = z.looseObject({
  example: z.unknown().optional(),
  examples: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
})
const responseSchema = z.looseObject({
  description: z.string().optional(),
  $ref: z.string().optional(),
  headers: z.record(z.string(), z.unknown()).default({}),
  content: z.record(z.string(), contentSchema).default({}),
})
const operationSchema = z.looseObject({
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  description: z.string().optional(),
  requestBody: z.object({ content: z.record(z.string(), contentSchema) }).optional(),
  responses: z.record(z.string(), responseSchema),
})
const { paths, webhooks, components } = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), operationSchema)),
    webhooks: z.record(z.string(), z.record(z.string(), operationSchema)),
    components: z.object({
      responses: z.record(z.string(), responseSchema),
      securitySchemes: z.record(z.string(), z.unknown()),
    }),
  })
  .parse(openapiDocument())

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
    responses: Object.entries(operation.responses).map(([status, { $ref, ...response }]) => ({
      status,
      ...(($ref && components.responses[$ref.split('/').at(-1) ?? '']) || response),
    })),
  })),
)
const examplesOf = ({ content }: { content: Record<string, z.infer<typeof contentSchema>> }) =>
  Object.values(content).flatMap(({ example, examples }) => [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map(({ value }) => value),
  ])

describe('the document, beside the routes as they are declared', () => {
  const routes = declaredRoutes()

  it('has every address and method that systems call, and none besides', () => {
    expect(operations.map(({ name }) => name).toSorted()).toEqual([...routes.keys()].toSorted())
  })

  it.each(operations)('says of $name how one says who one is', ({ name, security }) => {
    if (routes.get(name)?.need === 'intake') return expect(security).toEqual(keySecurity)
    // Nothing; or as of metrics, what only some services ask for.
    expect(security).toBeDefined()
    expect(security?.length === 0 || security?.some((one) => Object.keys(one).length === 0)).toBe(true)
    expect(
      security?.flatMap(Object.keys).filter((scheme) => !(scheme in components.securitySchemes)),
    ).toEqual([])
  })

  it.each(operations)('has every answer that $name may give by what it declares', ({ name, responses }) => {
    const { need, hasBody, hasId } = routes.get(name) ?? {}
    const statuses = responses.map(({ status }) => status)
    const may = [
      ...['405', '414', '431', 'default'],
      ...(need === 'intake' ? ['401', '403', '429', '503'] : []),
      ...(hasBody ? ['400', '413', '415', '422'] : []),
      ...(hasId ? ['404'] : []),
    ]
    expect(may.filter((status) => !statuses.includes(status))).toEqual([])
    expect(statuses.some((status) => /^2/.test(status))).toBe(true)
  })

  it.each(operations)('has an example of each answer of $name, and of what it is sent', (operation) => {
    const { responses, requestBody, description } = operation
    expect(description).toMatch(/\.$/)
    if (requestBody) expect(examplesOf(requestBody)).not.toEqual([])
    for (const response of responses) {
      expect([response.status, 'X-Request-Id' in response.headers]).toEqual([response.status, true])
      if (response.status === '304') continue
      expect([response.status, examplesOf(response).length > 0]).toEqual([response.status, true])
    }
  })
})

const refusalSchema = z.object({ status: z.literal('ERROR'), code: callerErrorCodes })
const refusals = operations.flatMap(({ responses }) =>
  responses.flatMap((response) =>
    examplesOf(response).flatMap((example) => {
      const { success, data } = refusalSchema.safeParse(example)
      return success ? { status: response.status, meaning: response.description, code: data.code } : []
    }),
  ),
)

it('has an example of every code that a request is refused with', () => {
  const shown = new Set(refusals.map(({ code }) => code))
  expect(callerErrorCodes.options.filter((code) => !shown.has(code))).toEqual([])
})

it('shows each code with the status that it is answered with', () => {
  const answered = (code: (typeof refusals)[number]['code']) =>
    String(errorResponse(new AppError(code, 'because'), 'r').status)
  const wrong = refusals.filter(({ status, meaning, code }) => {
    if (status !== 'default') return answered(code) !== status
    return !new RegExp(`${answered(code)} \\([^)]*\`${code}\``).test(meaning ?? '')
  })
  expect(wrong).toEqual([])
})

it('shows of every event what a receiver is sent, and what it is to answer', () => {
  for (const [type, { post }] of Object.entries(webhooks)) {
    expect(post?.requestBody && examplesOf(post.requestBody)).toEqual([expect.objectContaining({ type })])
    expect([type, post?.security, Object.keys(post?.responses ?? {})]).toEqual([
      type,
      [],
      ['410', '503', '2XX', 'default'],
    ])
  }
})
