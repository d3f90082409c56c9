const swedish = new Intl.Collator('sv', { numeric: true })

/**
 * Whether one name stands before another in a Swedish list (below 0) or behind it: Å, Ä and Ö last, case and accents
 * count only between names that are else the same, and 2 stands before 10. Databases sort by their own locale, or by
 * the bytes.
 */
export function swedishOrder(one: string, other: string): number {
  return swedish.compare(one, other)
}
