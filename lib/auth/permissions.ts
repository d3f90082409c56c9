import type { Identity, Role } from './identity'

/**
 * What a route or a page asks of its caller. `public`: nothing. `intake`: to hand in leads and ask after them.
 * `read`: to see what staff see. `write`: to act on leads. `administer`: customers, people, keys, settings.
 */
export const needs = ['public', 'intake', 'read', 'write', 'administer'] as const
export type Need = (typeof needs)[number]

const met: Record<'key' | Role, readonly Need[]> = {
  key: ['public', 'intake'],
  viewer: ['public', 'read'],
  staff: ['public', 'intake', 'read', 'write'],
  administrator: needs,
}

/** All that a caller may do; nobody may what is public. */
export function metNeeds(identity: Identity | null): readonly Need[] {
  return identity ? needs.filter((need) => meets(identity, need)) : ['public']
}

/** Whether a caller may do what asks for `need`. */
export function meets(identity: Identity, need: Need): boolean {
  if (identity.kind === 'open') return true
  return met[identity.kind === 'key' ? 'key' : identity.role].includes(need)
}
