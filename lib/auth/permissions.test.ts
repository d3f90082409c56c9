import { describe, expect, it } from 'vitest'
import { actorOf, can, type Identity, type Permission, permissions } from './permissions'

const viewer: Identity = { kind: 'person', id: 'v', role: 'viewer' }
const staff: Identity = { kind: 'person', id: 's', role: 'staff' }
const administrator: Identity = { kind: 'person', id: 'a', role: 'administrator' }
const key: Identity = { kind: 'key', id: 'k', mode: 'live', customers: null, perMinute: 60 }

describe('meets', () => {
  it.each<[string, Identity, Permission[]]>([
    ['anybody in the open sandbox do everything', { kind: 'open' }, [...permissions]],
    ['a key hand in leads, and see nothing that staff see', key, ['public', 'intake']],
    ['a viewer look, and change nothing', viewer, ['public', 'read']],
    ['staff act on leads, and not choose who else may', staff, ['public', 'intake', 'read', 'write']],
    ['an administrator do everything', administrator, [...permissions]],
  ])('lets %s', (_, identity, may) => {
    expect(permissions.filter((need) => can(identity, need))).toEqual(may)
  })
})

describe('actorOf', () => {
  it('tells a person from a key, because their ids are made apart and could be the same', () => {
    expect([{ kind: 'open' as const }, staff, key].map(actorOf)).toEqual(['open', 'person:s', 'key:k'])
  })
})
