import { z } from 'zod'

const cursorSchema = z.object({ receivedAt: z.coerce.date(), id: z.uuid() })

/** Where a page of the log ended: the last lead's time and id. */
export type LeadCursor = z.infer<typeof cursorSchema>

/** A cursor as it goes over the wire. */
export function writeCursor({ receivedAt, id }: LeadCursor): string {
  return `${receivedAt.toISOString()}_${id}`
}

/** Reads what {@link writeCursor} wrote; anything else is `null`, and the log starts from the top. */
export function readCursor(text: string | null): LeadCursor | null {
  const [receivedAt, id] = text?.split('_') ?? []
  return cursorSchema.safeParse({ receivedAt, id }).data ?? null
}
