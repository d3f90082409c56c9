'use client'

import { useMutation } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { personExportSchema } from '@/lib/privacy/person-search'

/** Reads all there is of a person's leads. Kept nowhere but on the page. */
export function useExport() {
  return useMutation({
    mutationFn: (leadIds: string[]) =>
      callApi('/api/staff/privacy/export', { method: 'POST', body: { leadIds }, answer: personExportSchema }),
    gcTime: 0,
  })
}
