'use client'

import { Data } from '@/components/ui/data'
import { TextLink } from '@/components/ui/text-link'

/** What it was done to, with the way there where it has a page of its own. */
export function SubjectLink({ subject }: { subject: string }) {
  const [kind, id = ''] = subject.split(':')
  const look = 'font-mono text-xs wrap-anywhere'
  if (kind === 'lead') {
    return (
      <TextLink translate="no" href={`/leads/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  if (kind === 'erasure') {
    return (
      <TextLink translate="no" href={`/settings/privacy/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  return <Data className={look}>{subject}</Data>
}
