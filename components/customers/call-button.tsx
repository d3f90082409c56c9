'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { type CustomerCall, useCustomerCall } from './use-customers'

type CallButtonProps = {
  call: CustomerCall
  /** Its name for screen readers: it may stand in every row. */
  label: string
  variant?: 'secondary' | 'quiet'
  /** Said when it is done. */
  done?: string
  className?: string
  children: React.ReactNode
}

/** A button that makes one change at once. */
export function CallButton({
  call,
  label,
  variant = 'quiet',
  done,
  className = '',
  children,
}: CallButtonProps) {
  const t = useTranslations('customers')
  const refusalWords = useChangeRefusalWords()
  const calling = useCustomerCall()
  return (
    <Button
      variant={variant}
      size="sm"
      className={className}
      aria-label={label}
      isPending={calling.isPending}
      onPress={() =>
        calling.mutate(call, {
          onSuccess: () => done && showToast({ tone: 'success', title: done }),
          onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('notSaved')) }),
        })
      }
    >
      {children}
    </Button>
  )
}
