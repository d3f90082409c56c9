import type { z } from 'zod'
import { apiError } from './api-error'

type Call<T extends z.ZodType> = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** The shape of the answer. */
  answer: T
  /** Sent as `Idempotency-Key`: the same call with the same key is done once. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/**
 * Calls our own API from the browser.
 * @throws {ApiError} when there is no answer, when it says no, or when it has another shape.
 */
export async function callApi<T extends z.ZodType>(path: string, call: Call<T>): Promise<z.output<T>> {
  const { method = 'GET', body, answer, idempotencyKey, signal } = call
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: {
        'Content-Type': 'application/json',
        ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
      },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw apiError(null, null)
  })
  const content: unknown = await response.json().catch(() => null)
  if (!response.ok) throw apiError(response.status, content)
  const parsed = answer.safeParse(content)
  if (!parsed.success) throw apiError(response.status, content)
  return parsed.data
}
