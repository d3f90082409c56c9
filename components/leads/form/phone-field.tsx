'use client'

import { useTranslations } from 'use-intl'
import { useBoundField } from '@/components/form/use-bound-field'
import { TextField } from '@/components/ui/text-field'
import { phoneToConfirm } from './doubtful-phone'
import type { LeadFormState } from './use-lead-form'

type PhoneFieldProps = { form: LeadFormState; className: string }

/** A phone number. One that no numbering plan has is asked about once, and may be sent all the same. */
export function PhoneField({ form: { control, setValue, trigger }, className }: PhoneFieldProps) {
  const field = useTranslations('leadField')
  const words = useTranslations('leadForm')
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
        error: words('doubtfulPhone'),
        answers: [{ label: words('phoneIsRight'), onPress: confirm }],
      })}
      inputRef={ref}
      type="tel"
      autoComplete="off"
      label={field('phone')}
      className={className}
    />
  )
}
