import { shortestNear } from './near-words'

/** More words than people remember of somebody. */
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
