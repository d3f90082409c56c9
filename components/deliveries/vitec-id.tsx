'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Data } from '@/components/ui/data'

/** The lead's id in Vitec, to be searched for there. */
export function VitecId({ id }: { id: string }) {
  const words = useTranslations('delivery')
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2">
      <span className="text-soft">{words('vitecId')}</span>
      <Data className="font-mono wrap-anywhere">{id}</Data>
      <CopyButton text={id} label={words('copyVitecId')} />
    </p>
  )
}
