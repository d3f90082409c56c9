import { describe, expect, it } from 'vitest'
import * as sandbox from '@/lib/vitec/sandbox/magic-customers'
import { magicCustomerIds, unknownLeadSource } from './magic-customer-ids'

describe('magicCustomerIds', () => {
  it('are ids that the sandbox knows, so that nobody tries one in vain', () => {
    const { slowCustomer, silentCustomer, losingCustomer, unreadableCustomer } = sandbox
    const others = [slowCustomer, silentCustomer, losingCustomer, unreadableCustomer]
    const unknown = magicCustomerIds.filter((id) => !others.includes(id) && !sandbox.magicAnswer(id))
    expect(unknown).toEqual([])
    expect(unknownLeadSource).toBe(sandbox.missingLeadSource)
  })
})
