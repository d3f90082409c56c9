import { expect, it, vi } from 'vitest'
import type { BulkSendStore } from './bulk-send-store'
import { createBulkSends } from './run-bulk-sends'

/** Of a store, what a step of a bulk asks for: one lead has its turn. */
function storeOfOne(): Pick<BulkSendStore, 'underWay' | 'takeTurn' | 'endIfThrough' | 'bookNext'> {
  const turns = ['taken' as const]
  return {
    underWay: async () => 0,
    takeTurn: async () => turns.pop() ?? null,
    endIfThrough: async () => {},
    bookNext: async () => {},
  }
}

it('tells delivery when a step has made leads due, or a bulk would go as slowly as delivery looks by itself', async () => {
  const wake = vi.fn()
  // A step asks for no more than that.
  const bulkSends = createBulkSends(storeOfOne() as BulkSendStore, 10, wake)
  await bulkSends.work('a bulk')
  expect(wake).toHaveBeenCalledTimes(1)
})
