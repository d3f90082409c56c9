import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'

/** Reads a phone number as Swedes write it, or international; `undefined` where it is none. */
export type PhoneReader = (text: string) => PhoneNumber | undefined

const read: PhoneReader = (text) => parsePhoneNumberFromString(text, { defaultCountry: 'SE', extract: false })

/** What reads phone numbers; `null` in a browser that has not been sent it, see phone-reader.browser.ts. */
export function phoneReader(): PhoneReader | null {
  return read
}

/** Resolves once {@link phoneReader} is there. */
export function loadPhoneReader(): Promise<unknown> {
  return Promise.resolve()
}
