import { AppError } from '@/lib/errors'
import { type BulkSendRequest, type BulkSendView, mostLeads } from './bulk-send'
import type { BulkSendStore } from './bulk-send-store'

/**
 * Sends again the leads that a person was shown the number of: nobody sends what they did not see.
 * @throws {AppError} `too_many`; `set_changed` with the new number, `total`.
 */
export async function beginBulkSend(
  store: Pick<BulkSendStore, 'begin' | 'read'>,
  request: BulkSendRequest,
  now: Date,
): Promise<BulkSendView> {
  const begun = await store.begin(request, now)
  if (begun.kind === 'changed') throw refusal(begun.total)
  const view = await store.read(request.id)
  if (!view) throw new Error('a bulk that has just begun is gone')
  return view
}

function refusal(total: number): AppError {
  if (total > mostLeads) {
    return new AppError('too_many', `At most ${mostLeads} leads can be sent at a time.`, { most: mostLeads })
  }
  return new AppError('set_changed', `There are ${total} such leads now; nothing was sent.`, { total })
}
