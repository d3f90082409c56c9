import { z } from 'zod'
import { leadFilterSchema } from '@/lib/leads/log-filter'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr, textField } from '@/lib/validation/fields'

const nameLength = 60
const notObject = { error: 'not_object' satisfies FieldErrorCode }
const flag = z.boolean({ error: missingOr('unknown_value') })

/** What a view keeps: ids and codes. The words of a search may be a person's name, and are never kept with it. */
const keptFilterSchema = leadFilterSchema.omit({ search: true })

export const newViewSchema = z.object(
  { name: textField(nameLength), shared: flag.default(false), filter: keptFilterSchema },
  notObject,
)
export type NewView = z.infer<typeof newViewSchema>

/** A change of a view: its name, whether everybody may open it, or both. */
export const viewChangeSchema = z.object(
  { name: textField(nameLength).exactOptional(), shared: flag.exactOptional() },
  notObject,
)
export type ViewChange = z.infer<typeof viewChangeSchema>

/** A named filter of the log, as one who may open it sees it. */
export const savedViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  filter: keptFilterSchema,
  /** Whether it is theirs, and whose it is where it is not: `null` where that person is gone. */
  isOwn: z.boolean(),
  byName: z.string().nullable(),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** The views that somebody may open, by name as Swedes sort them, and the one that the log begins with for them. */
export const viewListSchema = z.object({ views: z.array(savedViewSchema), startViewId: z.uuid().nullable() })
export type ViewList = z.infer<typeof viewListSchema>

/** With which view the log begins; `null`: with all leads. */
export const startViewSchema = z.object({ viewId: z.uuid('invalid').nullable() }, notObject)

/** What stands in a link to a filter and its words. */
export const viewLinkSchema = z.object({ token: z.string() })

/** A link's own text: 32 random bytes. */
export const isLinkToken = (text: string): boolean => text.length === 43 && /^[A-Za-z0-9_-]+$/.test(text)

/** In the place of a view's id in an address: all leads, whatever the log begins with. */
export const allLeads = 'all'
