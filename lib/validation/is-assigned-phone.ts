import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * Whether numbers like this one (E.164) are in use, by the full metadata of the numbering plans. They are 40 kB
 * zipped: to be loaded in the browser only when a phone number is typed.
 */
export function isAssignedPhone(phone: string): boolean {
  return parsePhoneNumberFromString(phone)?.isValid() ?? false
}
