import { z } from 'zod'
import { errorKinds } from './attempt-result'

/**
 * What the person who sends a lead again has seen: its number of attempts. With another number by then, another person
 * was faster, and the lead is not sent once more.
 */
export const sendAgainRequestSchema = z.object(
  { attempts: z.int('not_a_number').min(0, 'too_small') },
  'not_object',
)
export type SendAgainRequest = z.infer<typeof sendAgainRequestSchema>

/** How Vitec as a whole is taken to be. `heldUntil`: it fails, and is left alone until then. */
export const vitecStateSchema = z.object({ heldUntil: z.iso.datetime().nullable() })
export type VitecState = z.infer<typeof vitecStateSchema>

/** What looking a lead up in Vitec came to. Only `found` has changed anything. */
export const lookUpResultSchema = z.discriminatedUnion('kind', [
  /** Settled as delivered. */
  z.object({ kind: z.literal('found'), vitecLeadId: z.string() }),
  /** `count` leads in Vitec may be it; it was sent `doubts` times without an answer that settles it. */
  z.object({ kind: z.literal('possible'), count: z.number().int(), doubts: z.number().int() }),
  /** Not in the report, which is no proof that it is not in Vitec. */
  z.object({ kind: z.literal('none') }),
  /** Vitec lets us send leads, but not read them. */
  z.object({ kind: z.literal('no_rights') }),
  /** Vitec could not be asked; `word` is its own or ours, in English. */
  z.object({ kind: z.literal('failed'), errorKind: z.enum(errorKinds), word: z.string() }),
])
export type LookUpResult = z.infer<typeof lookUpResultSchema>
