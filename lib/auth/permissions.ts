import type { Identity, Role } from './identity'

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
