import type { Requester } from '@/lib/audit/audit-event'
import { beginBulkSend } from '@/lib/delivery/bulk-send/begin-bulk-send'
import {
  type BulkSendCount,
  type BulkSendList,
  type BulkSendRequest,
  type BulkSendView,
  type ChosenLeads,
  mostLeads,
} from '@/lib/delivery/bulk-send/bulk-send'
import type { BulkSendStore } from '@/lib/delivery/bulk-send/bulk-send-store'
import { workBulkSend } from '@/lib/delivery/bulk-send/work-bulk-send'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'

/** How long a bulk that is over stands among the recent ones, in ms. */
const shownFor = 3_600_000

/**
 * Sending many leads again, as the rest of the application uses it.
 * @param perSecond attempts that may begin in a second; as many as in two are under way for one bulk
 * @param wake tells delivery that leads have become due
 */
export function createBulkSends(store: BulkSendStore, perSecond: number, wake: () => void) {
  const now = () => new Date()
  const read = async (id: string): Promise<BulkSendView> => {
    const found = await store.read(id)
    if (!found) throw new AppError('not_found', 'There is nothing with that id.')
    return found
  }
  return {
    count: async (chosen: ChosenLeads): Promise<BulkSendCount> => ({
      total: await store.count(chosen),
      most: mostLeads,
    }),
    /** @throws {AppError} `set_changed`, `too_many`, `id_reused` */
    begin: (request: BulkSendRequest, requester: Requester): Promise<BulkSendView> =>
      beginBulkSend(store, request, now(), requester),
    /** @throws {AppError} `not_found` */
    read,
    /** Those that run, and those of the last hour. */
    recent: async (): Promise<BulkSendList> => ({
      bulkSends: await store.recent(new Date(Date.now() - shownFor)),
    }),
    /** Leaves alone all leads whose turn has not come. @throws {AppError} `not_found`, `not_allowed` */
    async cancel(id: string, requester: Requester): Promise<BulkSendView> {
      const found = await read(id)
      if (await store.cancel(found.id, now(), requester)) return read(id)
      throw new AppError('not_allowed', 'It is over already.')
    },
    /** For the job engine: one step of a bulk; never throws. */
    work: (id: string): Promise<void> =>
      workBulkSend({ store, now, places: 2 * perSecond }, id)
        .catch((error: unknown) =>
          log.error({ bulk_send_id: id, ...loggable(error) }, 'a step of a bulk failed'),
        )
        .finally(wake),
    /** Books a step for every running bulk that a crash has left without. */
    wake: (): Promise<void> => store.bookAll(now()),
  }
}
