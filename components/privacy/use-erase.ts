'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { recordedErasureSchema } from '@/lib/privacy/erasure'

/** Erases a person's leads. Pressed again after a lost answer it is the same erasure. */
export function useErase() {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: (leadIds: string[]) =>
      callApi('/api/staff/privacy/erasures', {
        method: 'POST',
        body: { id, leadIds },
        answer: recordedErasureSchema,
      }),
    // The log and the records on other pages of this tab hold what is gone.
    onSuccess: () => queryClient.removeQueries(),
  })
}
