import { z } from 'zod'
import { isCalendarDate } from '@/lib/time/stockholm-time'
import type { FieldErrorCode, FieldErrorParams } from '@/lib/validation/field-error'
import {
  codeField,
  missingOr,
  numberField,
  numberWithin,
  optionalField,
  patternField,
  roundDecimals,
  textOrNumberField,
} from '@/lib/validation/fields'
import { occupantTypes, propertySubTypes } from './lead'

const maxValuation = 999_999_999_999
const maxArea = 100_000
const maxLotSize = 100_000_000
const maxFee = 1_000_000

/** The fields of `property` on the wire. `today` is `YYYY-MM-DD`. */
export const propertyFields = (today: string) => ({
  valuation: numberWithin(1, maxValuation)
    .int('not_whole_number' satisfies FieldErrorCode)
    .meta({ description: 'Valuation in SEK.', examples: [5_500_000] }),
  property_sub_type: z.enum(propertySubTypes, { error: missingOr('unknown_value') }).meta({
    description:
      'Apartment: a flat. SingleFamilyResidence: a detached house. Townhouse: a row house. Terraced: a house linked to the next by a garage or the like. Duplex: a semi-detached house.',
    examples: ['SingleFamilyResidence'],
  }),
  living_area: optionalField(
    numberField()
      .gt(0, 'not_positive' satisfies FieldErrorCode)
      .max(maxArea, 'too_large' satisfies FieldErrorCode)
      .meta({ description: 'Living area in square metres.', examples: [150.5] }),
  ),
  rooms: optionalField(
    textOrNumberField(
      patternField(/^(?:[1-9]\d?(?:[.,]\d)?|0[.,]5)$/, 'invalid_rooms').meta({
        description:
          'Number of rooms, at least a half; a half with comma or point. A JSON number is taken too.',
        examples: ['4', '2,5'],
      }),
    ).meta({ minimum: 0.5, maximum: 99.9 }),
  ),
  secondary_area: optionalField(
    numberWithin(0, maxArea).meta({
      description: 'Secondary area of a house (a basement, say) in square metres.',
      examples: [40.5],
    }),
  ),
  lot_size_area: optionalField(
    numberWithin(0, maxLotSize).meta({
      description: 'Lot area of a house in square metres.',
      examples: [800.5],
    }),
  ),
  year_built: optionalField(
    textOrNumberField(
      yearBuiltField(today).meta({
        description: 'Year of construction, from 1000 to next year. A JSON number is taken too.',
        examples: ['1992'],
      }),
    ).meta({ minimum: 1000 }),
  ),
  occupant_type: optionalField(
    z.enum(occupantTypes, 'unknown_value' satisfies FieldErrorCode).meta({
      description: 'Form of ownership. Not given for an Apartment: TenantOwnership is assumed.',
      examples: ['Owner'],
    }),
  ),
  association_fee: optionalField(
    numberWithin(0, maxFee)
      .overwrite(toWholeOre)
      .meta({
        description: 'Fee to the housing association for TenantOwnership, in SEK a month, rounded to öre.',
        examples: [3500.5],
      }),
  ),
  valuation_date: optionalField(
    valuationDateField(today).meta({
      description:
        'Day of the valuation: not in the future, at most a year old. Not given: the day the lead arrives, in Europe/Stockholm.',
      examples: ['2026-01-27'],
    }),
  ),
})

function toWholeOre(fee: number): number {
  return Number(roundDecimals(fee, 0, 2))
}

const firstYear = 1000

/** Four digits, from 1000 to next year. `today` is `YYYY-MM-DD`. */
function yearBuiltField(today: string) {
  const nextYear = Number(today.slice(0, 4)) + 1
  return codeField()
    .check((payload) => {
      const year = /^\d{4}$/.test(payload.value) ? Number(payload.value) : Number.NaN
      const limits = { min: String(firstYear), max: String(nextYear) }
      if (!(year >= firstYear && year <= nextYear)) refuse(payload, 'invalid_year', limits)
    })
    .meta({ pattern: '^[1-9]\\d{3}$' })
}

/** `YYYY-MM-DD`, not after `today` and at most a year before it. */
function valuationDateField(today: string) {
  const oldest = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return codeField()
    .check((payload) => {
      const date = payload.value
      if (!isCalendarDate(date)) refuse(payload, 'invalid_date')
      else if (date > today) refuse(payload, 'date_in_future', { max: today })
      else if (date < oldest) refuse(payload, 'date_too_old', { min: oldest })
    })
    .meta({ format: 'date' })
}

function refuse(
  { value, issues }: z.core.ParsePayload<string>,
  message: FieldErrorCode,
  params: FieldErrorParams = {},
): void {
  issues.push({ code: 'custom', input: value, message, params })
}
