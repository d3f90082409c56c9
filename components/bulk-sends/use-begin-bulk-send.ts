'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type BulkSendRequest, bulkSendViewSchema } from '@/lib/bulk-sends/bulk-send'
import { bulkSendsKey } from './use-bulk-sends'

/** Sends many leads again; done when its panel stands above the log. */
export function useBeginBulkSend() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: BulkSendRequest) =>
      callApi('/api/staff/bulk-sends', { method: 'POST', body, answer: bulkSendViewSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkSendsKey }),
  })
}
