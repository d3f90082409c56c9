const numberAndLetter = /^(\d+)(\p{L}{1,3})$/u

/** `12b` as `12` and `b`, because as many people write `12 B`. Ids are longer, or begin with a letter. */
export function apartFromLetter(word: string): string[] {
  const [, number, letter] = numberAndLetter.exec(word) ?? []
  return number && letter ? [number, letter] : [word]
}
