import { z } from 'zod'
import { spellings } from '@/lib/leads/search/fold-text'

const cursorSchema = z.object({
  receivedAt: z.coerce.date(),
  id: z.uuid(),
  spelling: z.enum(spellings).optional(),
})

/** Where a page of the log ended: the last lead's time and id; and how its leads were found, as the next ones are. */
export type LeadCursor = z.infer<typeof cursorSchema>

/** A cursor as it goes over the wire. */
export function writeCursor({ receivedAt, id, spelling }: LeadCursor): string {
  return [receivedAt.toISOString(), id, spelling].filter(Boolean).join('_')
}

/** Reads what {@link writeCursor} wrote; anything else is `null`, and the log starts from the top. */
export function readCursor(text: string | null): LeadCursor | null {
  const [receivedAt, id, spelling] = text?.split('_') ?? []
  return cursorSchema.safeParse({ receivedAt, id, spelling }).data ?? null
}
