import { z } from 'zod'
import { roleSchema } from '@/lib/auth/permissions'

/** A person as the administrators see them. Times are ISO 8601 in UTC. */
export const personViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  disabledAt: z.iso.datetime().nullable(),
  hasSecondFactor: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type PersonView = z.infer<typeof personViewSchema>

/** An invitation that waits to be taken. */
export const invitationViewSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  role: roleSchema,
  expiresAt: z.iso.datetime(),
  /** When a mail server took the link; `null` where it did not. */
  mailedAt: z.iso.datetime().nullable(),
})
export type InvitationView = z.infer<typeof invitationViewSchema>

export const peopleViewSchema = z.object({
  people: z.array(personViewSchema),
  invitations: z.array(invitationViewSchema),
  /** Whether links are mailed from here. */
  sendsMail: z.boolean(),
})
export type PeopleView = z.infer<typeof peopleViewSchema>

/** A new invitation; its link is shown this once. `mail`: whether it was mailed, too, or could not be. */
export const invitedSchema = z.object({
  invitation: invitationViewSchema,
  link: z.string(),
  mail: z.enum(['off', 'sent', 'failed']),
})
export type Invited = z.infer<typeof invitedSchema>

/**
 * What a link leads to: for whom (`null`: the first administrator, who says it), and as what. `name` is that of
 * a person who has an account and chooses a new password.
 */
export const openInvitationSchema = z.object({
  email: z.string().nullable(),
  role: roleSchema,
  name: z.string().nullable(),
})
export type OpenInvitation = z.infer<typeof openInvitationSchema>

/** What is left to do of a sign-in, and who is in once nothing is. */
export const signInStepSchema = z.object({
  next: z.enum(['done', 'second-step']),
  personId: z.uuid().optional(),
})
export type SignInStep = z.infer<typeof signInStepSchema>

/** A second factor that is being set up: nothing is asked for until a code of it was given once. */
export const newSecondFactorSchema = z.object({ uri: z.string(), backupCodes: z.array(z.string()) })
export type NewSecondFactor = z.infer<typeof newSecondFactorSchema>

/** The answer of what has nothing to tell but that it is done. */
export const doneSchema = z.object({ done: z.literal(true) })
