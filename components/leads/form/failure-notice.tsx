'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { SendFailure } from './send-failure'

/** Says why the lead was not sent. The form is as it was. */
export function FailureNotice({ failure }: { failure: SendFailure }) {
  const words = useTranslations('leadForm.failure')
  if (failure.kind === 'fields') return null
  const tone = failure.kind === 'unavailable' ? 'danger' : 'warning'
  return (
    <Notice tone={tone} title={words(`${failure.kind}.title`)}>
      <p>{words(`${failure.kind}.detail`)}</p>
      {failure.kind === 'no_answer' && (
        <p className="mt-1">
          <TextLink href="/leads">{words('no_answer.look')}</TextLink>
        </p>
      )}
    </Notice>
  )
}
