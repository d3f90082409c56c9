import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { type BulkSendRequest, type BulkSendView, mostLeads } from './bulk-send'
import type { BulkSendStore } from './bulk-send-store'

/**
 * Sends again the leads that a person was shown the number of: nobody sends what they did not see.
 * @throws {AppError} `too_many`; `set_changed` with the new number, `total`; `id_reused`.
 */
export async function beginBulkSend(
  store: Pick<BulkSendStore, 'begin' | 'read'>,
  request: BulkSendRequest,
  now: Date,
  requester: Requester,
): Promise<BulkSendView> {
  const begun = await store.begin(request, now, requester)
  if (begun.kind === 'changed') throw refusal(begun.total)
  if (begun.kind === 'other') throw new AppError('id_reused', 'That id is of another act. Nothing was sent.')
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
