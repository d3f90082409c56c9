import { tidyCode } from '@/lib/validation/plain-text'

/** Longer than what is told apart here; anything longer is left for the schema to refuse. */
const longest = 60
const rooms =
  /^(\d{1,2}(?:[.,]\d)?|\d{0,2}½)\s?(?:rok|r\.?\s?o\.?\s?k\.?|rum(?:\s(?:och|o|&)\s?kök)?|r|:a)?$/i
const zipCode = /^(?:se?)[-\s]?(\d{3}\s?\d{2})$/i

/** The number of rooms in `3 rok`, `2,5 rum` or `2½`, as the wire has it; other text as it is. */
export function typedRooms(text: string): string {
  const [, count] = text.length > longest ? [] : (rooms.exec(tidyCode(text)) ?? [])
  if (count === undefined) return text
  return count.endsWith('½') ? `${count.slice(0, -1) || '0'},5` : count
}

/** The five digits in `SE-114 22`; other text as it is. */
export function typedZipCode(text: string): string {
  const [, digits] = text.length > longest ? [] : (zipCode.exec(tidyCode(text)) ?? [])
  return digits ?? text
}
