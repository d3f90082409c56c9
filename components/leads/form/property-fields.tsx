'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { FormNumberField } from '@/components/form/form-number-field'
import { FormTextField } from '@/components/form/form-text-field'
import { PropertyKindInputs } from './property-kind-fields'
import { shownFields } from './shown-fields'
import type { LeadFormState } from './use-lead-form'

/** What the lead owns. Only what applies to the kind of property is asked for. */
export function PropertyInputs({ form, today }: { form: LeadFormState; today: string }) {
  const { control } = form
  const field = useTranslations('leadField')
  const property = useWatch({ control, name: 'property' })
  const shown = shownFields(property)
  const area = { control, kind: 'area', suffix: 'm²', isOptional: true } as const
  const short = { control, isOptional: true, autoComplete: 'off' } as const
  return (
    <div className="-mb-4 grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-6">
      <PropertyKindInputs form={form} />
      <FormNumberField
        control={control}
        kind="money"
        name="property.valuation"
        label={field('valuation')}
        suffix="kr"
        className="col-span-full sm:col-span-3"
      />
      <FormTextField
        {...short}
        name="property.valuation_date"
        label={field('valuationDate')}
        placeholder={today}
        className="col-span-full sm:col-span-3"
      />
      <FormNumberField
        {...area}
        name="property.living_area"
        label={field('livingArea')}
        className="sm:col-span-2"
      />
      <FormTextField
        {...short}
        name="property.rooms"
        label={field('rooms')}
        inputMode="decimal"
        className="sm:col-span-2"
      />
      <FormTextField
        {...short}
        name="property.year_built"
        label={field('yearBuilt')}
        inputMode="numeric"
        className="sm:col-span-2"
      />
      {shown.houseAreas && (
        <>
          <FormNumberField
            {...area}
            name="property.secondary_area"
            label={field('secondaryArea')}
            className="sm:col-span-2"
          />
          <FormNumberField
            {...area}
            name="property.lot_size_area"
            label={field('lotSizeArea')}
            className="sm:col-span-2"
          />
        </>
      )}
      {shown.associationFee && (
        <FormNumberField
          control={control}
          kind="money"
          name="property.association_fee"
          label={field('associationFee')}
          suffix="kr"
          isOptional
          className="sm:col-span-2"
        />
      )}
    </div>
  )
}
