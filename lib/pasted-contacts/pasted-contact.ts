/** What a pasted block may say of a person, under the names of the wire. */
export const contactFields = [
  'first_name',
  'last_name',
  'phone',
  'email',
  'address',
  'zip_code',
  'city',
] as const
export type ContactField = (typeof contactFields)[number]

/** Text for a field, and whether there was no doubt about it: what is doubtful is shown as that. */
export type PastedField = { text: string; isCertain: boolean }
export type PastedContact = Partial<Record<ContactField, PastedField>>

/** How much of a block is looked at, in UTF-16 units: a card with a picture behind what is asked for still counts. */
export const longestBlock = 4096

/** Whether a text that is pasted may be a contact: it has several lines, or several cells of a table. */
export function isBlock(text: string): boolean {
  return /[^\s][^\S\t\r\n]*[\t\r\n]\s*[^\s]/.test(text.slice(0, longestBlock).trim())
}
