import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import type { Identity, Permission } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { parseInput, type ReceivedBody } from '@/lib/validation/parse-input'
import { requesterOf } from './caller'
import { errorResponse } from './error-response'
import { type Asked, handler, type RouteHandler } from './handler'
import { readJson } from './read-json'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

/** In place of a schema: hands on the body as it was received, which is checked later. */
export const asReceived = Symbol('as received')

type Body = z.ZodType | typeof asReceived | undefined
/** Reads a part of the address; throws `not_found` for what leads nowhere. */
type Params = Record<string, (text: string) => unknown>
/** What an act is recorded as; `null` for what no person could be asked about later. */
type Recorded = AuditVerb | readonly AuditVerb[] | null

type Declaration<M extends Method, N extends Permission, P extends Params, B extends Body, A> = {
  method: M
  need: N
  /** Throws `not_found` where there is no such address just now, before anything of a request is read. */
  isThere?: () => unknown
  params?: P
  body?: B
  /** Of an answer that is no `Response` of its own; 200 by default. */
  status?: number
  /** Is told each answer to a caller that may ask, a refusal too, as it is about to be given; must not throw, nor read its body. */
  onAnswer?: (identity: Identity | null, answer: Response) => void
} & (M extends 'GET' ? { audit?: never } : { audit: A })

/** `requester`: who asks, for the store that records the act together with it; there only where `audit` names the act. */
type Context<N, P extends Params, B, A> = Asked & {
  identity: N extends 'public' ? null : Identity
  params: { [K in keyof P]: ReturnType<P[K]> }
  body: B extends z.ZodType ? z.output<B> : B extends typeof asReceived ? ReceivedBody : undefined
  requester: N extends 'public' ? null : A extends null ? null : Requester
}

type Handlers<P> = Partial<Record<Method, RouteHandler<P>>>
/** All methods of one address, as Next wants them exported; `own` are those that it has. */
type Route<P> = Record<Method | 'OPTIONS', RouteHandler<P>> & { own: Handlers<P> }

/**
 * One method at one address: who may, what comes in, what it is recorded as, and what is done. What `handle` gives becomes
 * JSON, nothing becomes `{ done: true }`. A change that does not say what it is recorded as does not compile.
 */
export function route<
  M extends Method,
  N extends Permission,
  P extends Params = Record<never, never>,
  B extends Body = undefined,
  const A extends Recorded = null,
>(
  declared: Declaration<M, N, P, B, A>,
  handle: (context: Context<N, P, B, A>) => unknown,
): Route<Record<keyof P, string>> {
  const { method, need, body, status, audit } = declared
  const work = handler<Record<keyof P, string>>(need, async (asked, identity, params) => {
    const done = async () => {
      declared.isThere?.()
      const requester = identity && audit ? requesterOf(asked.request, identity) : null
      const read = {
        params: readParams(declared.params, await params),
        body: await readBody(asked.request, body),
      }
      // What each part is follows from the declaration; its own reader cannot tell.
      const context = { ...asked, identity, requester, ...read } as Context<N, P, B, A>
      return toResponse(await handle(context), status)
    }
    const { onAnswer } = declared
    if (!onAnswer) return done()
    const answer = await done().catch((error: unknown) => errorResponse(error, asked.requestId, method))
    onAnswer(identity, answer)
    return answer
  })
  return withOthers({ [method]: work })
}

/** Several methods at one address. */
export const routes = <P>(...some: Route<P>[]): Route<P> =>
  withOthers(Object.assign({}, ...some.map(({ own }) => own)))

/**
 * Next wants every method exported: those that an address does not have answer 405 in the contract's shape, and OPTIONS
 * tells the methods that work. Next's own answers have no body, and no `Allow`.
 */
export function withOthers<P>(own: Handlers<P>): Route<P> {
  const has = methods.filter((method) => own[method])
  const allow = [...has, ...(own.GET ? ['HEAD'] : [])]
  const refuse = handler<P>('public', async ({ request, requestId }) => {
    const message = `${request.method} is not allowed here; ${has.join(', ')} is.`
    const answer = errorResponse(new AppError('method_not_allowed', message), requestId)
    answer.headers.set('Allow', allow.join(', '))
    return answer
  })
  const OPTIONS = handler<P>(
    'public',
    async () => new Response(null, { status: 204, headers: { Allow: [...allow, 'OPTIONS'].join(', ') } }),
  )
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, ...own, OPTIONS, own }
}

function readParams(readers: Params | undefined, given: Record<string, string>) {
  const entries = Object.entries(readers ?? {})
  return Object.fromEntries(entries.map(([name, read]) => [name, read(given[name] ?? '')]))
}

async function readBody(request: Request, body: Body): Promise<unknown> {
  if (body === undefined) return undefined
  const given = await readJson(request)
  return body === asReceived ? given : parseInput(body, given.value)
}

const toResponse = (result: unknown, status = 200): Response =>
  result instanceof Response
    ? result
    : Response.json(result === undefined ? { done: true } : result, { status })

/** An id from an address. @throws {AppError} `not_found` for what is no id: nothing can be there. */
export function rowId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError('not_found', 'There is nothing with that id.')
  return text
}

const serial = z
  .string()
  .max(10)
  .regex(/^[1-9]\d*$/)
  .transform(Number)
  .pipe(z.int32())

/** A row's number from an address. @throws {AppError} `not_found` for what is none: nothing can be there. */
export function serialId(text: string): number {
  const id = serial.safeParse(text)
  if (!id.success) throw new AppError('not_found', 'There is nothing with that id.')
  return id.data
}
