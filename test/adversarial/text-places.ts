import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { leadRequestSchema } from '@/lib/leads/wire-lead'

/** Somewhere in a request that a stranger can write. `request` is the request with a text put there. */
export type TextPlace = {
  name: string
  kind: 'header' | 'body'
  /** Of a header only what HTTP lets stand in one can be sent. */
  isHeader?: true
  request: (text: string) => { method: string; path: string; headers?: Record<string, string>; body?: string }
}

const anyId = '0190a0f4-9c1e-7f4a-8a57-2f6f3c0e9b11'
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/route.ts'))
  .map((file) => ({
    path: `/${file.replace(/\/route\.ts$/, '').replace(/\[\w+\]/g, anyId)}`,
    source: readFileSync(`app/${file}`, 'utf8'),
  }))

const headers = [
  ...[
    'Content-Type',
    'Content-Encoding',
    'Prefer',
    'Idempotency-Key',
    'Origin',
    'Authorization',
    'X-API-Key',
  ],
  ...['Accept', 'Accept-Language', 'Accept-Encoding', 'Cookie', 'Referer', 'User-Agent', 'Forwarded', 'Via'],
  ...[
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-Real-IP',
    'Sec-Fetch-Site',
    'If-None-Match',
    'Range',
    'RSC',
  ],
  ...['Next-Url', 'Next-Router-State-Tree', 'Next-Action', 'X-Anything'],
]

/** Every text of the body of every route, by its schema; every header, query and path of every route and of some pages. */
export async function textPlaces(): Promise<TextPlace[]> {
  const bodies = await Promise.all(routes.map(({ path, source }) => bodyPlaces(path, source)))
  const pages = ['/leads', '/leads/new', '/customers', '/sign-in', '/setup', '/no/such/page']
  const gets = routes
    .filter(({ source }) => /\bGET = route|function GET/.test(source))
    .map(({ path }) => path)
  const posts = routes.filter(({ source }) => /\bPOST = route/.test(source)).map(({ path }) => path)
  return [
    ...bodies.flat(),
    ...['/api/lead', ...posts.filter((path) => path.startsWith('/api/auth')), '/leads'].flatMap(headerPlaces),
    ...[...gets, ...pages].flatMap((path) =>
      ['customer_id', 'status', 'to', 'cursor', 'reference', 'since'].map(queryPlace(path)),
    ),
    ...[...new Set(routes.map(({ path }) => path))].filter((path) => path.includes(anyId)).map(pathPlace),
  ]
}

async function bodyPlaces(path: string, source: string): Promise<TextPlace[]> {
  const schemas = [...source.matchAll(/parseInput\((\w+)/g)].map(([, name = '']) => name)
  const method = /\b(PATCH|PUT) = route/.exec(source)?.[1] ?? 'POST'
  const fields = await Promise.all(schemas.map(async (name) => textFields(await schemaNamed(name, source))))
  const names = [...new Set(fields.flat())]
  const within = schemas.includes('sentFormSchema')
  return names.map((field) => ({
    name: `${method} ${path} ${field}`,
    kind: 'body',
    request: (text) => ({
      method,
      path,
      body: JSON.stringify(nested(within && field !== 'message' ? `lead.${field}` : field, text)),
    }),
  }))
}

async function schemaNamed(name: string, source: string): Promise<z.ZodType> {
  if (name === 'leadRequestSchema') return leadRequestSchema('2026-01-27')
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(.+)'`).exec(source)?.[1]
  if (!from) throw new Error(`${name} is imported from nowhere`)
  // What a module exports under the name of a schema is one.
  return ((await import(from)) as Record<string, z.ZodType>)[name] ?? z.never()
}

const shapeSchema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
})

/** The paths of all that may be text. */
function textFields(schema: z.ZodType): string[] {
  const found: string[] = []
  const walk = (shape: unknown, path: string) => {
    const { type, properties = {}, items, anyOf = [] } = shapeSchema.parse(shape ?? {})
    if ([type].flat().includes('string')) found.push(path)
    for (const one of anyOf) walk(one, path)
    for (const [name, one] of Object.entries(properties)) walk(one, path === '' ? name : `${path}.${name}`)
    if (items) walk(items, `${path}.0`)
  }
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '')
  return found
}

function nested(path: string, text: string): unknown {
  return path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, name) => (name === '0' ? [inner] : { [name]: inner }), text)
}

function headerPlaces(path: string): TextPlace[] {
  const method = path.startsWith('/api') ? 'POST' : 'GET'
  const body = method === 'POST' ? { body: '{}' } : {}
  return headers.map((header) => ({
    name: `${method} ${path} ${header}`,
    kind: 'header',
    isHeader: true,
    request: (text) => ({ method, path, headers: { [header]: text }, ...body }),
  }))
}

const queryPlace = (path: string) => (name: string) =>
  ({
    name: `GET ${path}?${name}`,
    kind: 'header',
    request: (text) => ({ method: 'GET', path: `${path}?${name}=${encodeURIComponent(text)}` }),
  }) satisfies TextPlace

const pathPlace = (path: string): TextPlace => ({
  name: `GET ${path}`,
  kind: 'header',
  request: (text) => ({ method: 'GET', path: path.replace(anyId, encodeURIComponent(text)) }),
})
