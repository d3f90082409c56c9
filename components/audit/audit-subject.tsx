'use client'

import { TextLink } from '@/components/ui/text-link'

/** What it was done to, with the way there where it has a page of its own. */
export function AuditSubject({ subject }: { subject: string }) {
  const [kind, id = ''] = subject.split(':')
  const look = 'font-mono text-xs wrap-anywhere'
  if (kind === 'lead') {
    return (
      <TextLink href={`/leads/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  if (kind === 'erasure') {
    return (
      <TextLink href={`/settings/privacy/${id}`} className={look}>
        {subject}
      </TextLink>
    )
  }
  return <span className={look}>{subject}</span>
}
