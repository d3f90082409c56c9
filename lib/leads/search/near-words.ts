import { normalForm } from '@/lib/validation/plain-text'
import type { Lead } from '../lead'
import { foldOwnLetters, foldText } from './search-text'

/** Words with fewer letters are like too many others. */
const shortestNear = 4
const shortestOfTwo = 7

/** A word that there is, and how many leads have it. */
export type KnownWord = { word: string; leads: number }

/** How many letters may be wrong in a word. */
export const mostEdits = (word: string) => (word.length < shortestOfTwo ? 1 : 2)

/** Those that may have been meant by a word, the nearest first; of equally near ones that of most leads. */
export function nearWords(typed: string, known: KnownWord[]): string[] {
  const sought = foldOwnLetters(foldText(typed))
  return known
    .map(({ word, leads }) => ({ word, leads, edits: edits(sought, foldOwnLetters(foldText(word))) }))
    .filter((near) => near.edits > 0 && near.edits <= mostEdits(sought))
    .sort((a, b) => a.edits - b.edits || b.leads - a.leads)
    .map(({ word }) => word)
}

/** Letters left out, added, exchanged, or in the wrong order (optimal string alignment). */
function edits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}

/** More words than people remember of a person. */
const mostWords = 6

/** A word of a query that may have been written wrong, and where it stands. */
export type TypedWord = { text: string; at: number }

/** The words of a query that may be names: nothing of an address of e-mail, a number or an id. */
export function typedWords(query: string): TypedWord[] {
  return [...query.matchAll(/\S+/g)]
    .filter(([part]) => !/[\p{N}@]/u.test(part))
    .flatMap(({ 0: part, index }) =>
      [...part.matchAll(/[\p{L}\p{M}]+/gu)].map((found) => ({ text: found[0], at: index + found.index })),
    )
    .filter(({ text }) => text.length >= shortestNear)
    .slice(0, mostWords)
}

/** A query with another word, or two, in the place of one, as names are written. */
export function withWord(query: string, { text, at }: TypedWord, instead: string): string {
  const name = instead.replace(/(?<!\S)\p{L}/gu, (letter) => letter.toUpperCase())
  return query.slice(0, at) + name + query.slice(at + text.length)
}

/** Shorter ones are like too many others. */
export const shortestWord = 3

/** The words of a person's names and address, each once, in lower case: what a search may have meant. */
export function personWords(lead: Pick<Lead, 'firstName' | 'lastName' | 'address' | 'city'>): string[] {
  const text = [lead.firstName, lead.lastName, lead.address, lead.city ?? ''].join(' ')
  const words =
    normalForm('NFC', text)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  return [...new Set(words.filter((word) => word.length >= shortestWord))]
}
