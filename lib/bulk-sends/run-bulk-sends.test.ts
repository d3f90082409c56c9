import { expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
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

it('says in the log what a step did, in numbers, and of what one failed', async () => {
  const info = vi.spyOn(log, 'info').mockReturnValue(undefined)
  const error = vi.spyOn(log, 'error').mockReturnValue(undefined)
  const store = storeOfOne()
  const bulkSends = createBulkSends(store as BulkSendStore, 10, () => {})
  await bulkSends.work('a bulk')
  expect(info.mock.calls).toEqual([
    [
      { bulk_send_id: 'a bulk', ms: expect.any(Number), taken: 1, skipped: 0, under_way: 1 },
      'a step of a bulk ended',
    ],
  ])
  store.bookNext = () => Promise.reject(Object.assign(new Error('of Erik'), { code: '57P01' }))
  await bulkSends.work('a bulk')
  expect(error.mock.calls).toEqual([
    [expect.objectContaining({ bulk_send_id: 'a bulk', code: '57P01' }), 'a step of a bulk failed'],
  ])
  vi.restoreAllMocks()
})
