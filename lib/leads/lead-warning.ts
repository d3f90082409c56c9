import { z } from 'zod'

/**
 * What a caller may be warned of. `other` stands for warnings that were stored as a sentence, before they had codes,
 * or by a newer version.
 */
export const leadWarningCodes = [
  'unknown_field',
  'misnamed_field',
  'more_unknown_fields',
  'fee_not_printed',
  'area_not_printed',
  'doubtful_phone',
  'unlisted_customer',
  'unlisted_lead_source',
  'similar_lead',
  'other',
] as const

export const leadWarningCodeSchema = z.enum(leadWarningCodes).meta({ id: 'WarningCode' })

/**
 * Something a caller should know about a lead that was accepted. `field` is its dotted wire path (`body` for the
 * request as a whole), `message` English for callers, `params` what a translation of `code` needs beside the field.
 */
export const leadWarningSchema = z.object({
  field: z.string().meta({ description: 'Dotted path; `body` for the request as a whole.' }),
  code: leadWarningCodeSchema.catch('other'),
  message: z.string().meta({ description: 'In English, for people.' }),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
})
export type LeadWarning = z.infer<typeof leadWarningSchema>

export const storedWarningsSchema = z.array(
  z.preprocess(
    (stored) => (typeof stored === 'string' ? { field: 'body', code: 'other', message: stored } : stored),
    leadWarningSchema,
  ),
)

const unlisted = (code: LeadWarning['code'], field: string, list: string): LeadWarning => ({
  code,
  field,
  message: `${field} is not ${list}; Vitec decides.`,
})

/** For a lead that our own lists do not know the customer of, or its lead source. */
export const unlistedWarnings = {
  customer: unlisted('unlisted_customer', 'customer.customer_id', 'in our list of customers'),
  leadSource: unlisted(
    'unlisted_lead_source',
    'customer.lead_id',
    'among the lead sources we know of this customer',
  ),
}
