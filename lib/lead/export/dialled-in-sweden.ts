import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** A number in E.164 as it is dialled in Sweden (`070-123 45 67`, `00 47 …`): a leading plus would look like a formula. */
export function dialledInSweden(phone: string): string {
  return parsePhoneNumberFromString(phone)?.format('IDD', { fromCountry: 'SE' }) ?? phone
}
