'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { callApi } from '@/lib/api-client/call-api'
import { retentionReportSchema } from '@/lib/privacy/retention-run'

/** Says something about retention: lets a run go on, believes the clock. Whatever the answer, the page is read anew. */
export function useRetentionCall(path: string) {
  const router = useRouter()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) =>
      callApi(`/api/staff/privacy/retention/${path}`, {
        method: 'POST',
        body,
        answer: retentionReportSchema,
      }),
    onSettled: () => {
      // The log and the records on other pages of this tab hold what is gone.
      queryClient.removeQueries()
      router.refresh()
    },
  })
}
