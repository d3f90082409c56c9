import { z } from 'zod'

/** What a person may do: everything, what concerns leads, or look. */
export const roles = ['administrator', 'staff', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/**
 * Who makes a request. `open`: anybody, in a sandbox that only this machine reaches. A key's `customers` are the
 * Vitec customer ids it may use; `null` means every one. `perMinute` is how many requests it may make.
 */
export type Identity =
  | { kind: 'open' }
  | { kind: 'person'; id: string; role: Role }
  | { kind: 'key'; id: string; customers: string[] | null; perMinute: number }

/** The id under which a lead, a piece of work or the audit log remembers who it was. */
export function actorOf(identity: Identity): string {
  return identity.kind === 'open' ? 'open' : `${identity.kind}:${identity.id}`
}
