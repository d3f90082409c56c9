import { expect, it } from 'vitest'
import { leadSchema } from '@/lib/leads/lead'
import { wirePath } from './judge-cases'
import { packFields } from './pack-fields'

const fields = packFields()
const find = (path: string) => fields.find((field) => field.path === path)

it('has every field of a lead once, under what it is called on the wire', () => {
  expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys(leadSchema.shape).sort())
  expect(wirePath('vitecSourceId')).toBe('customer.lead_id')
  expect(wirePath('reference')).toBe('reference')
})

it('says what the document says of each: whether it is required, its form and its limits', () => {
  expect(find('person.first_name')).toMatchObject({ isRequired: true, form: 'text', most: 30 })
  expect(find('person.city')).toMatchObject({ isRequired: false, form: 'text', most: 25 })
  expect(find('property.valuation')).toMatchObject({ form: 'whole', least: 1, most: 999_999_999_999 })
  expect(find('property.living_area')).toMatchObject({ form: 'number', most: 100_000 })
  expect(find('property.valuation_date')).toMatchObject({ form: 'date', isRequired: false })
  expect(find('property.occupant_type')).toMatchObject({
    form: 'choice',
    choices: ['Owner', 'TenantOwnership'],
  })
  expect(find('property.rooms')).toMatchObject({ form: 'text', most: null })
})
