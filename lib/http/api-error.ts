import { z } from 'zod'
import { fieldErrorCodeSchema } from '@/lib/lead/field-error-code'

/** What the browser reads of an answer that says no. Everything may be missing: a proxy may have answered. */
const refusalSchema = z.object({
  code: z.string().catch('unreadable'),
  /** The refusal in English; worth showing only where it is somebody else's words. */
  message: z.string().optional().catch(undefined),
  total: z.number().optional().catch(undefined),
  leadMessage: z.string().optional().catch(undefined),
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
export function refusalOf(body: unknown): Refusal {
  return refusalSchema.safeParse(body).data ?? { code: 'unreadable', errors: [] }
}

/** The error that an answer's body tells of. */
export function apiError(status: number | null, body: unknown): ApiError {
  return new ApiError(status, refusalOf(body))
}
