'use client'

import { useTabText } from '@/components/leads/log/use-tab-text'
import { BulkSendPanel } from './bulk-send-panel'
import { type InitialBulkSends, useBulkSends } from './use-bulk-sends'

/** The bulks that run, and those of the last hour until they are put away; newest first. */
export function BulkSendPanels({ initial }: { initial: InitialBulkSends }) {
  const bulkSends = useBulkSends(initial)
  const [away, setAway] = useTabText('bulk-sends-put-away')
  return bulkSends
    .filter(({ id, state }) => state === 'running' || !away.includes(id))
    .map((bulk) => (
      <BulkSendPanel key={bulk.id} bulk={bulk} onPutAway={() => setAway(`${away} ${bulk.id}`)} />
    ))
}
