'use client'

import { Button } from 'react-aria-components'
import { type FieldErrors, get, useFormState } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { formFields, type LeadFormField, type LeadFormValues, leadFieldOf } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** How many fields have to be mended before the lead can go, and which: each leads to its field. */
export function WrongFields({ form: { control, setFocus } }: { form: LeadFormState }) {
  const t = useTranslations('leads.form')
  const tField = useTranslations('leads.field')
  const { errors, isSubmitted } = useFormState({ control })
  const wrong = isSubmitted ? formFields.filter((field) => isWrong(errors, field)) : []
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-sm has-[li]:mb-2">
      <p role="status" className="text-danger">
        {wrong.length > 0 && t('wrongFields', { count: wrong.length })}
      </p>
      {wrong.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {wrong.map((field) => (
            <li key={field}>
              <Button
                onPress={() => setFocus(field)}
                className="min-h-6 cursor-pointer rounded-sm text-link underline underline-offset-2 outline-none data-[focus-visible]:ring-2 data-[focus-visible]:ring-link"
              >
                {tField(leadFieldOf[field])}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const isWrong = (errors: FieldErrors<LeadFormValues>, field: LeadFormField): boolean =>
  get(errors, field) !== undefined
