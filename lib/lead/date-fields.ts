import type { z } from 'zod'
import { isCalendarDate } from '@/lib/time/stockholm-time'
import type { FieldErrorCode, FieldErrorParams } from '@/lib/validation/field-error'
import { codeField } from '@/lib/validation/text-field'

const firstYear = 1000

/** Four digits, from 1000 to next year. `today` is `YYYY-MM-DD`. */
export function yearBuiltField(today: string) {
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
export function valuationDateField(today: string) {
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
