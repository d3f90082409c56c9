import { APIError } from 'better-auth/api'
import type { AppError } from '@/lib/errors'

/**
 * What `work` resolves to; better-auth's refusals become ours, other errors pass.
 * @param refusal gets better-auth's own code, as `INVALID_PASSWORD`
 * @throws {AppError}
 */
export async function refusedAs<T>(
  refusal: (code: string | undefined) => AppError,
  work: Promise<T>,
): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof APIError && error.statusCode < 500 ? refusal(error.body?.code) : error
  })
}
