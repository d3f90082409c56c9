import { z } from 'zod'
import type { ApiKeyMode } from '@/lib/api-keys/api-key'
import { magicPrefix } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'

/** What a person may do: everything, what concerns leads, or look. */
export const roles = ['administrator', 'staff', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/**
 * Who makes a request. `open`: anybody, in a sandbox that only this machine reaches. A key's `customers` are the
 * Vitec customer ids it may use; `null` means every one. `perMinute` is how many requests it may make. What comes with a
 * key of the mode `test` never goes to Vitec.
 */
export type Identity =
  | { kind: 'open' }
  | { kind: 'person'; id: string; role: Role }
  | { kind: 'key'; id: string; mode: ApiKeyMode; customers: string[] | null; perMinute: number }

/** The id under which a lead, a piece of work or the audit log remembers who it was. */
export function actorOf(identity: Identity): string {
  return identity.kind === 'open' ? 'open' : `${identity.kind}:${identity.id}`
}

/**
 * What a route or a page asks of its caller. `public`: nothing. `intake`: to hand in leads and ask after them.
 * `read`: to see what staff see. `write`: to act on leads. `administer`: customers, people, keys, settings.
 */
export const permissions = ['public', 'intake', 'read', 'write', 'administer'] as const
export type Permission = (typeof permissions)[number]

const granted: Record<'key' | Role, readonly Permission[]> = {
  key: ['public', 'intake'],
  viewer: ['public', 'read'],
  staff: ['public', 'intake', 'read', 'write'],
  administrator: permissions,
}

/** All that a caller may do; one who is not known, what is public. */
export function permissionsOf(identity: Identity | null): readonly Permission[] {
  return identity ? permissions.filter((permission) => can(identity, permission)) : ['public']
}

/** Whether a caller may do what asks for `need`. */
export function can(identity: Identity, need: Permission): boolean {
  if (identity.kind === 'open') return true
  return granted[identity.kind === 'key' ? 'key' : identity.role].includes(need)
}

/** Whether what comes from a caller is a test, of which nothing reaches Vitec. */
export const isTester = (
  identity: Identity,
): identity is Extract<Identity, { kind: 'key' }> & { mode: 'test' } =>
  identity.kind === 'key' && identity.mode === 'test'

/** Whether a caller may have to do with a Vitec customer. People may with all, test keys with the magic ones. */
export function mayUseCustomer(identity: Identity, vitecCustomerId: string): boolean {
  if (identity.kind !== 'key' || identity.customers === null) return true
  if (isTester(identity) && vitecCustomerId.startsWith(magicPrefix)) return true
  return identity.customers.includes(vitecCustomerId)
}

/**
 * The customer that a caller means who names none: a key's only one, else that of the settings, if the caller may
 * use it; `null` where there is none.
 */
export function defaultCustomer(identity: Identity, ofSettings: string | null): string | null {
  if (identity.kind === 'key' && identity.customers?.length === 1) return identity.customers[0] ?? null
  return ofSettings !== null && mayUseCustomer(identity, ofSettings) ? ofSettings : null
}

/** @throws {AppError} `forbidden` where a key may not use a Vitec customer, whether there is one or not */
export function requireCustomer(identity: Identity, vitecCustomerId: string): void {
  if (!mayUseCustomer(identity, vitecCustomerId))
    throw new AppError('forbidden', 'This key may not use that customer_id.')
}
