'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormTextArea, FormTextField, usedOf } from '@/components/form/form-text-field'
import { useBoundField } from '@/components/form/use-bound-field'
import { TextField } from '@/components/ui/text-field'
import { customFieldLength, personLimits, qualificationLength } from '@/lib/leads/wire-lead'
import { meantEmail, phoneToConfirm } from './lead-form-resolver'
import type { LeadFormState } from './use-lead-form'

/** Who the lead is. The browser must not offer the writer's own name and address, nor keep another person's. */
export function PersonInputs({ form }: { form: LeadFormState }) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  const shared = { control: form.control, autoComplete: 'off', spellCheck: 'false' } as const
  return (
    <div className="-mb-4 grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-6">
      <FormTextField
        {...shared}
        name="person.first_name"
        most={personLimits.name}
        label={tField('firstName')}
        className="sm:col-span-3"
      />
      <FormTextField
        {...shared}
        name="person.last_name"
        most={personLimits.name}
        label={tField('lastName')}
        className="sm:col-span-3"
      />
      <PhoneField form={form} className="col-span-full sm:col-span-3" />
      <EmailField form={form} className="col-span-full sm:col-span-3" />
      <FormTextField
        {...shared}
        name="person.address"
        most={personLimits.address}
        label={tField('address')}
        className="col-span-full sm:col-span-6"
      />
      <FormTextField
        {...shared}
        name="person.zip_code"
        label={tField('zipCode')}
        inputMode="numeric"
        isOptional
        className="sm:col-span-2"
      />
      <FormTextField
        {...shared}
        name="person.city"
        most={personLimits.city}
        label={tField('city')}
        isOptional
        className="sm:col-span-4"
      />
      <p className="col-span-full -mt-1 mb-1 text-xs text-faint">{t('office')}</p>
      <FormTextField
        {...shared}
        name="person.qualification"
        most={qualificationLength}
        label={tField('qualification')}
        placeholder={t('qualificationExample')}
        isOptional
        className="col-span-full sm:col-span-3"
      />
      <FormTextArea
        {...shared}
        name="person.custom_field"
        most={customFieldLength}
        label={tField('customField')}
        placeholder={t('customFieldExample')}
        rows={1}
        isOptional
        className="col-span-full sm:col-span-3"
      />
    </div>
  )
}

type ContactFieldProps = { form: LeadFormState; className: string }

/** A phone number. One that no numbering plan has is asked about once, and may be sent all the same. */
function PhoneField({ form: { control, setValue, trigger }, className }: ContactFieldProps) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  const { ref, bound, errorType, focus } = useBoundField({ control, name: 'person.phone' })
  const confirm = () => {
    setValue('confirmed.phone', phoneToConfirm(bound.value) ?? '')
    void trigger('person.phone')
    focus()
  }
  return (
    <TextField
      {...bound}
      {...(errorType === 'doubtful_phone' && {
        error: t('doubtfulPhone'),
        answers: [{ label: t('phoneIsRight'), onPress: confirm }],
      })}
      inputRef={ref}
      type="tel"
      autoComplete="off"
      label={tField('phone')}
      className={className}
    />
  )
}

/** An address of e-mail. What looks like a slip in its domain is asked about once the field is left, and stops nothing. */
function EmailField({ form: { control }, className }: ContactFieldProps) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  const { ref, bound, focus } = useBoundField({ control, name: 'person.email' })
  const [left, setLeft] = useState('')
  const meant = left === bound.value ? meantEmail(left.trim()) : null
  const isAsked = meant !== null && bound.error === undefined
  const correct = (email: string) => {
    bound.onChange(email)
    focus()
  }
  return (
    <>
      <TextField
        {...bound}
        // Never without one: what comes later a field is not described by.
        hint={isAsked ? t('emailSlip') : (bound.hint ?? '')}
        {...(isAsked && {
          answers: [{ label: t('meantEmail', { email: meant }), onPress: () => correct(meant) }],
        })}
        onBlur={() => {
          setLeft(bound.value)
          bound.onBlur()
        }}
        suffix={usedOf(bound.value, personLimits.email) ?? ''}
        inputRef={ref}
        type="text"
        inputMode="email"
        autoComplete="off"
        spellCheck="false"
        label={tField('email')}
        className={className}
      />
      <p role="status" className="sr-only">
        {isAsked && `${t('emailSlip')} ${t('meantEmail', { email: meant })}`}
      </p>
    </>
  )
}
