import { z } from 'zod'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { leadFromWire } from './lead-from-wire'
import { type WireLead, wireLeadSchema } from './wire-lead'

/**
 * Reads the body of a request (contract: POST /api/lead) as a normalised Lead.
 *
 * Its zod messages are codes: see `fieldErrors`. `today` is `YYYY-MM-DD` in Europe/Stockholm.
 */
export function leadRequestSchema(today: string) {
  return wireLeadSchema(today).transform((wire: WireLead) => leadFromWire(wire))
}

/** What the form sends: the body of a request, and the text that was shown beside it. */
export const sentFormSchema = z.object(
  { lead: z.unknown(), message: z.string('not_text' satisfies FieldErrorCode) },
  'not_object' satisfies FieldErrorCode,
)
