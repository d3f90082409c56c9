import { z } from 'zod'
import { isRecord } from '@/lib/validation/parse-input'
import type { LeadDraft } from './lead'
import { leadFromWire, wireLeadSchema } from './wire-lead'

/**
 * What can be read of a half-filled form (wire names, as it would be sent): fields that are missing or
 * wrong are `null`. For the preview; nothing made here is stored. `today` is `YYYY-MM-DD`.
 */
export function draftLead(body: unknown, today: string): LeadDraft {
  const { customer, person, property, reference } = wireLeadSchema(today).shape
  const parts = isRecord(body) ? body : {}
  return leadFromWire({
    customer: readable(customer, parts.customer),
    person: readable(person, parts.person),
    property: readable(property, parts.property),
    reference: reference.safeParse(parts.reference).data ?? null,
  })
}

type Readable<Shape extends z.core.$ZodShape> = { [Field in keyof Shape]: z.output<Shape[Field]> | null }

function readable<Shape extends z.core.$ZodShape>(
  schema: z.ZodObject<Shape>,
  part: unknown,
): Readable<Shape> {
  const values = isRecord(part) ? part : {}
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const parsed = z.safeParse(field, values[name])
    return [name, parsed.success ? parsed.data : null]
  })
  // fromEntries forgets which key holds which value; they are the shape's own.
  return Object.fromEntries(fields) as Readable<Shape>
}
