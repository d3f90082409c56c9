import { normalForm } from '@/lib/validation/plain-text'
import type { Lead } from '../lead'

/** Shorter ones are like too many others. */
export const shortestWord = 3

/** The words of a person's names and address, each once, in lower case: what somebody may have meant to search for. */
export function personWords(lead: Pick<Lead, 'firstName' | 'lastName' | 'address' | 'city'>): string[] {
  const text = [lead.firstName, lead.lastName, lead.address, lead.city ?? ''].join(' ')
  const words =
    normalForm('NFC', text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  return [...new Set(words.filter((word) => word.length >= shortestWord))]
}
