/** As many characters as a header, a text of a body, and a body take; the last are more than any of them. */
export const sizes = { header: [1_000, 12_000], body: [9_900, 30_000] }

/**
 * Texts that are dear to whoever looks at them with a pattern that backtracks, sorts their marks, or searches from each
 * of their characters anew. Each is of the size asked for, in UTF-16 units.
 * @type {Record<string, (size: number) => string>}
 */
export const patterns = {
  marks: (size) =>
    `a${['\u0301', '\u0316', '\u0327', '\u0334'].map((mark) => mark.repeat(size / 4)).join('')}`,
  spaces: (size) => `application/json${' '.repeat(size)}x`,
  at: (size) => `a${'@'.repeat(size)}`,
  digits: (size) => `${'1'.repeat(size)}x`,
  dots: (size) => `a@${'a.'.repeat(size / 2)}`,
  brackets: (size) => '['.repeat(size),
  tags: (size) => '<a'.repeat(size / 2),
  dashes: (size) => `${'1-'.repeat(size / 2)}x`,
  parameters: (size) => `application/json${';a="'.repeat(size / 4)}`,
  quotes: (size) => `"${'\\"'.repeat(size / 2)}`,
  commas: (size) => 'sv,'.repeat(size / 3),
}

/** What the others are compared with: as long, and dear to nobody. */
export const plain = (/** @type {number} */ size) => 'a'.repeat(size)

/** What a header can carry: no character above U+00FF, and no space at its end. */
export const isHeader = (/** @type {string} */ text) => /^[\x20-\x7e\x80-\xff]*$/.test(text)
