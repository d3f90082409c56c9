import { z } from 'zod'
import { fieldErrorCodeSchema } from '@/lib/validation/field-error'
import { signInAgain } from './ended-session'

type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Sent as `Idempotency-Key`: the same call with the same key is done once. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** Goes on when the page is gone. */
  keepalive?: boolean
  /** Nothing is done by it, whatever its method: after the session has ended it is not worth a question. */
  isRead?: boolean
}
type Call<T extends z.ZodType> = Ask & { answer: T }

/**
 * Calls our own API from the browser.
 * @throws {ApiError} when there is no answer, when it says no, or when it has another shape.
 */
export async function callApi<T extends z.ZodType>(path: string, call: Call<T>): Promise<z.output<T>> {
  const response = await ask(path, call)
  const content: unknown = await response.json().catch(() => null)
  if (!response.ok) throw apiError(response.status, content)
  const parsed = call.answer.safeParse(content)
  if (!parsed.success) throw apiError(response.status, content)
  return parsed.data
}

/**
 * Fetches a file from our own API, whole.
 * @throws {ApiError} when there is no answer, when it says no, or when it ends before its end.
 */
export async function fetchFile(path: string, call: Ask): Promise<Blob> {
  const response = await ask(path, call)
  if (!response.ok) throw apiError(response.status, await response.json().catch(() => null))
  return response.blob().catch(() => {
    throw apiError(null, null)
  })
}

/** An act after the session has ended is done once the person has signed in again, with the same key. */
async function ask(path: string, call: Ask): Promise<Response> {
  const response = await request(path, call)
  const isAct = (call.method ?? 'GET') !== 'GET' && !call.isRead && !path.startsWith('/api/auth/')
  if (response.status !== 401 || !isAct) return response
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  if (refusalOf(body).code !== 'unauthenticated') return response
  const again = await signInAgain()
  if (again === 'none') return response
  if (again === 'other') throw apiError(401, { code: 'other_person' })
  return request(path, call)
}

async function request(
  path: string,
  { method = 'GET', body, idempotencyKey, signal, keepalive }: Ask,
): Promise<Response> {
  return fetch(path, {
    method,
    ...(body !== undefined && {
      headers: {
        'Content-Type': 'application/json',
        ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
      },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw apiError(null, null)
  })
}

/** What the browser reads of an answer that says no. Everything may be missing: a proxy may have answered. */
const refusalSchema = z.object({
  code: z.string().catch('unreadable'),
  /** The refusal in English; worth showing only where the words are not ours. */
  message: z.string().optional().catch(undefined),
  total: z.number().optional().catch(undefined),
  leadMessage: z.string().optional().catch(undefined),
  replacedBy: z.string().optional().catch(undefined),
  revision: z.number().nullable().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        field: z.string(),
        code: fieldErrorCodeSchema,
        params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      }),
    )
    .catch([]),
})
export type Refusal = z.infer<typeof refusalSchema>

/** A call to our own API that did not succeed. `status` is `null` when no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number | null,
    readonly refusal: Refusal,
  ) {
    super(`${status ?? 'no answer'}: ${refusal.code}`)
  }
}

/** What an answer's body says no with. */
function refusalOf(body: unknown): Refusal {
  return refusalSchema.safeParse(body).data ?? { code: 'unreadable', errors: [] }
}

export function apiError(status: number | null, body: unknown): ApiError {
  return new ApiError(status, refusalOf(body))
}
