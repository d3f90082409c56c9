import { z } from 'zod'

/** In characters: of a statement. */
const longest = 100_000

/**
 * What an operator with a shell may ask of the database, whether the service runs or not.
 * `copy`: a copy of the embedded database in a folder that is not there yet. `sql`: one statement; without `write` nothing
 * can change. `recover`: a way in for an administrator; `email` says which, and with `isNew` a new one.
 */
export const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('copy'), to: z.string().max(4096) }),
  z.object({ order: z.literal('sql'), text: z.string().max(longest), write: z.boolean() }),
  z.object({ order: z.literal('recover'), email: z.string().max(254).nullable(), isNew: z.boolean() }),
])
export type Order = z.infer<typeof orderSchema>

/** What came of a statement: at most so many rows as are shown, and how many it changed. */
export const statementSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
  hasMore: z.boolean(),
  changed: z.number().nullable(),
})
export type Statement = z.infer<typeof statementSchema>

/** A link, and for how many days it is good. */
export const recoverySchema = z.object({ link: z.string(), days: z.number() })

/** A refusal for the operator, in words that may be shown on a terminal; see `operator-socket.ts`. */
export class OrderError extends Error {}
