'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { FormChoiceGroup } from '@/components/form/form-choice-group'
import type { Option } from '@/components/ui/options'
import { occupantTypes, propertySubTypes } from '@/lib/lead/lead'
import { firstOccupantType } from './shown-fields'
import type { LeadFormState } from './use-lead-form'

/** The type of property, and how it is owned: until somebody says otherwise, as is usual for the type. */
export function PropertyKindInputs({ form: { control, getValues, setValue } }: { form: LeadFormState }) {
  const field = useTranslations('leadField')
  const type = useTranslations('propertySubType')
  const owner = useTranslations('occupantType')
  const words = useTranslations('leadForm')
  const kind = useWatch({ control, name: 'property.property_sub_type' })
  const owners: Option[] = occupantTypes.map((id) => ({ id, name: owner(id) }))
  return (
    <div className="col-span-full flex flex-wrap gap-x-6 gap-y-1.5">
      <FormChoiceGroup
        control={control}
        name="property.property_sub_type"
        label={field('propertySubType')}
        options={propertySubTypes.map((id) => ({ id, name: type(id) }))}
        onChosen={(chosen) => {
          if (getValues('property.occupant_type') === firstOccupantType(kind)) {
            setValue('property.occupant_type', firstOccupantType(chosen))
          }
        }}
      />
      <FormChoiceGroup
        control={control}
        name="property.occupant_type"
        label={field('occupantType')}
        options={kind === 'Apartment' ? owners : [...owners, { id: '', name: words('occupantNotGiven') }]}
      />
    </div>
  )
}
