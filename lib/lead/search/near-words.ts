import { foldOwnLetters, foldText } from './fold-text'

/** Words with fewer letters are like too many others. */
export const shortestNear = 4
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
