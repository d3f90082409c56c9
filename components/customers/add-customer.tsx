'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EntryButton } from './entry-form'
import { useCustomerCall } from './use-customers'

/** The customer that was added on the page before this one. */
let added: string | null = null

/** A button that adds a customer, and leads to its page. */
export function AddCustomer() {
  const t = useTranslations('customers')
  const router = useRouter()
  const { mutateAsync } = useCustomerCall()
  return (
    <EntryButton
      variant="primary"
      kind="customer"
      title={t('customer.new')}
      onSave={async (body) => {
        const { id } = await mutateAsync({ method: 'POST', path: 'customers', body })
        added = id
        router.push(`/customers/${id}`)
      }}
    >
      {t('customer.new')}
    </EntryButton>
  )
}

/** Whether a customer was added just before its page was opened; then its heading, which takes the ref, has the focus. */
export function useJustAdded(id: string): [boolean, RefObject<HTMLSpanElement | null>] {
  const heading = useRef<HTMLSpanElement>(null)
  const [isNew, setNew] = useState(false)
  useEffect(() => {
    if (added !== id) return
    added = null
    setNew(true)
    heading.current?.focus()
  }, [id])
  return [isNew, heading]
}
