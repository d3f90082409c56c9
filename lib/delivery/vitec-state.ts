import { z } from 'zod'

/** How Vitec as a whole is taken to be. `heldUntil`: it fails, and is left alone until then. */
export const vitecStateSchema = z.object({ heldUntil: z.iso.datetime().nullable() })
export type VitecState = z.infer<typeof vitecStateSchema>
