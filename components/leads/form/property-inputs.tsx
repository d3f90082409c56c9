'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { FormChoiceGroup } from '@/components/form/form-choices'
import { FormNumberField } from '@/components/form/form-number-field'
import { FormTextField } from '@/components/form/form-text-field'
import type { Option } from '@/components/ui/options'
import { occupantTypes, propertySubTypes } from '@/lib/leads/lead'
import { firstOccupantType, shownFields } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** What the lead owns. Only what applies to the kind of property is asked for. */
export function PropertyInputs({ form, today }: { form: LeadFormState; today: string }) {
  const { control } = form
  const tField = useTranslations('leads.field')
  const shown = useWatch({ control, name: 'property', compute: shownFields })
  const area = { control, kind: 'area', suffix: 'm²', isOptional: true } as const
  const short = { control, isOptional: true, autoComplete: 'off' } as const
  return (
    <div className="-mb-4 grid grid-cols-2 gap-x-4 gap-y-1.5 sm:grid-cols-6">
      <PropertyKindInputs form={form} />
      <FormNumberField
        control={control}
        kind="money"
        name="property.valuation"
        label={tField('valuation')}
        suffix="kr"
        className="col-span-full sm:col-span-3"
      />
      <FormTextField
        {...short}
        name="property.valuation_date"
        label={tField('valuationDate')}
        placeholder={today}
        className="col-span-full sm:col-span-3"
      />
      <FormNumberField
        {...area}
        name="property.living_area"
        label={tField('livingArea')}
        className="sm:col-span-2"
      />
      <FormTextField
        {...short}
        name="property.rooms"
        label={tField('rooms')}
        inputMode="decimal"
        className="sm:col-span-2"
      />
      <FormTextField
        {...short}
        name="property.year_built"
        label={tField('yearBuilt')}
        inputMode="numeric"
        className="sm:col-span-2"
      />
      {shown.houseAreas && (
        <>
          <FormNumberField
            {...area}
            name="property.secondary_area"
            label={tField('secondaryArea')}
            className="sm:col-span-2"
          />
          <FormNumberField
            {...area}
            name="property.lot_size_area"
            label={tField('lotSizeArea')}
            className="sm:col-span-2"
          />
        </>
      )}
      {shown.associationFee && (
        <FormNumberField
          control={control}
          kind="money"
          name="property.association_fee"
          label={tField('associationFee')}
          suffix="kr"
          isOptional
          className="sm:col-span-2"
        />
      )}
    </div>
  )
}

/** The type of property, and how it is owned: until the writer says otherwise, as is usual for the type. */
function PropertyKindInputs({ form: { control, getValues, setValue } }: { form: LeadFormState }) {
  const tField = useTranslations('leads.field')
  const tType = useTranslations('leads.propertySubType')
  const tOwner = useTranslations('leads.occupantType')
  const t = useTranslations('leads.form')
  const kind = useWatch({ control, name: 'property.property_sub_type' })
  const owners: Option[] = occupantTypes.map((id) => ({ id, name: tOwner(id) }))
  return (
    <div className="col-span-full flex flex-wrap gap-x-6 gap-y-1.5">
      <FormChoiceGroup
        control={control}
        name="property.property_sub_type"
        label={tField('propertySubType')}
        options={propertySubTypes.map((id) => ({ id, name: tType(id) }))}
        onChosen={(chosen) => {
          if (getValues('property.occupant_type') === firstOccupantType(kind)) {
            setValue('property.occupant_type', firstOccupantType(chosen))
          }
        }}
      />
      <FormChoiceGroup
        control={control}
        name="property.occupant_type"
        label={tField('occupantType')}
        options={kind === 'Apartment' ? owners : [...owners, { id: '', name: t('occupantNotGiven') }]}
      />
    </div>
  )
}
