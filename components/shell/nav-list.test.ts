import { describe, expect, it } from 'vitest'
import { currentDestination } from './nav-list'

describe('currentDestination', () => {
  it.each([
    ['/leads', 'leads'],
    ['/leads/0197d1a2', 'leads'],
    ['/leads/new', 'newLead'],
    ['/leads/to-do', 'toDo'],
    ['/leads/newer', 'leads'],
    ['/sandbox/inbox', 'sandboxInbox'],
    ['/settings/api-keys', 'settings'],
    ['/sandbox', undefined],
  ])('marks the one place that %s belongs to', (pathname, name) => {
    expect(currentDestination(pathname)?.name).toBe(name)
  })
})
