'use client'

import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useCustomers, useLeadSources } from '@/components/customers/use-customers'
import { FormComboBox, FormSelect } from '@/components/form/form-choices'
import type { LeadFormState } from './use-lead-form'

type CustomerInputsProps = {
  form: LeadFormState
  /** The customers that its writer has lately entered leads for, by their ids in Vitec: they stand first. */
  recent: string[]
}

/** Which customer gets the lead, and under which of its lead sources. What is the only choice is made. */
export function CustomerInputs({ form: { control, getValues, setValue }, recent }: CustomerInputsProps) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  const customerId = useWatch({ control, name: 'customer.customer_id' })
  const customers = useCustomers()
  const sources = useLeadSources(customerId)
  const active = customers.data?.customers.filter((customer) => customer.active)
  const rank = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const offered = (active ?? []).toSorted((one, other) => rank(one.vitecId) - rank(other.vitecId))
  const chosen = customers.data?.customers.find((customer) => customer.vitecId === customerId)
  // A lead that is mended may be of a customer that callers alone name: it stays, and so does its lead source.
  const isUnlisted = customers.data !== undefined && customerId !== '' && chosen === undefined
  const isChosenOffered = offered.some(({ vitecId }) => vitecId === customerId)
  const others = isChosenOffered || !customers.data || !customerId ? [] : [chosen ?? unlisted(customerId)]
  const sourceId = useWatch({ control, name: 'customer.lead_id' })

  const defaultId = customers.data?.defaultCustomerId
  const isDefaultThere = active?.some((customer) => customer.vitecId === defaultId) ?? false
  useEffect(() => {
    if (defaultId && isDefaultThere && getValues('customer.customer_id') === '') {
      setValue('customer.customer_id', defaultId)
    }
  }, [defaultId, isDefaultThere, getValues, setValue])

  const isKnown = customers.data !== undefined
  useEffect(() => {
    // Before the customers are known, none is told from one that callers alone name.
    if (!sources.data || !isKnown || isUnlisted) return
    const [only, ...others] = sources.data
    const isOffered = sources.data.some(({ id }) => id === getValues('customer.lead_id'))
    const onlyId = only && others.length === 0 ? only.id : ''
    // What was said of a field that is filled now is over.
    if (!isOffered) setValue('customer.lead_id', onlyId, { shouldValidate: onlyId !== '' })
  }, [sources.data, isKnown, isUnlisted, getValues, setValue])

  const sourceHint =
    sources.data?.length === 0 && !isUnlisted
      ? t('noSources')
      : sources.isError
        ? t('sourcesFailed')
        : undefined
  return (
    <div className="-mb-4 grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
      <FormComboBox
        control={control}
        name="customer.customer_id"
        label={tField('vitecCustomerId')}
        options={[...offered, ...others].map(({ vitecId, name }) => ({ id: vitecId, name, note: vitecId }))}
        placeholder={customers.isPending ? t('fetching') : t('findCustomer')}
        isDisabled={customers.isPending}
        hint={customers.isError ? t('customersFailed') : chosen?.paused ? t('paused') : undefined}
      />
      <FormSelect
        control={control}
        name="customer.lead_id"
        label={tField('vitecSourceId')}
        options={
          isUnlisted
            ? [{ id: sourceId, name: sourceId }]
            : (sources.data ?? []).map(({ id, name }) => ({ id, name, note: id }))
        }
        placeholder={sources.isLoading ? t('fetching') : t('chooseSource')}
        isDisabled={!sources.data || sources.data.length === 0}
        hint={sourceHint}
      />
    </div>
  )
}

const unlisted = (vitecId: string) => ({ vitecId, name: vitecId })
