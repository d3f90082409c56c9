import { patternField, textField } from '@/lib/validation/text-field'

const sourceIdLength = 100

/** The fields of `customer` on the wire. */
export const customerFields = {
  customer_id: patternField(/^[A-Za-z0-9_-]{1,40}$/, 'invalid_customer_id').meta({
    description: 'Vitec customer id.',
    examples: ['ABC123'],
  }),
  lead_id: textField(sourceIdLength).meta({
    description: 'Id of the lead source in Vitec, despite its name.',
    examples: ['LEAD456'],
  }),
}
