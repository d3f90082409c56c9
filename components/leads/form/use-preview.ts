'use client'

import { useDeferredValue, useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { draftLead } from '@/lib/leads/draft-lead'
import { type MessagePart, messageParts } from '@/lib/leads/lead-message'
import { toWireBody } from './to-wire-body'
import type { LeadFormControl } from './use-lead-form'
import type { NewText } from './use-send-lead'

/**
 * The message that the form as it is now would make; typing never waits for it. The server's own text for
 * the same form goes before ours.
 */
export function usePreview(control: LeadFormControl, today: string, newText: NewText | null): MessagePart[] {
  const body = useDeferredValue(useWatch({ control, compute: toWireBody }))
  return useMemo(() => {
    if (newText?.of === JSON.stringify(body)) return [{ kind: 'text', text: newText.message }]
    return messageParts(draftLead(body, today), today)
  }, [body, today, newText])
}
