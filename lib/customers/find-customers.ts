import { foldOwnLetters, foldText, pieces } from '@/lib/leads/search/search-text'
import type { CustomerPage, CustomerQuery, CustomerRow } from './customer'

const pageSize = 50

/**
 * A page of the customers in whose name or id all words of a search are found, or all customers without one: those that are
 * paused first, each group in the order given. Where nothing is spelt so, å and ä are a, and ö is o.
 */
export function findCustomers(
  customers: CustomerRow[],
  { search, after }: CustomerQuery,
): Omit<CustomerPage, 'defaultCustomerId'> {
  const found = matching(customers, search)
  const paused = found.filter((customer) => customer.paused)
  const sorted = [...paused, ...found.filter((customer) => !customer.paused)]
  const before = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1
  // Where the last one shown is found no more, nobody can say what comes after it.
  const rest = after !== null && before === 0 ? [] : sorted.slice(before)
  const page = rest.slice(0, pageSize)
  return {
    customers: page,
    total: found.length,
    paused: paused.length,
    next: rest.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}

function matching(customers: CustomerRow[], search: string): CustomerRow[] {
  if (search.trim() === '') return customers
  const words = pieces(foldText(search))
  if (words.length === 0) return []
  const texts = customers.map((customer) => ({
    customer,
    text: foldText(`${customer.name} ${customer.vitecId}`),
  }))
  const having = (fold: (text: string) => string) =>
    texts.filter(({ text }) => words.every((word) => fold(text).includes(fold(word))))
  const exact = having((text) => text)
  return (exact.length > 0 ? exact : having(foldOwnLetters)).map(({ customer }) => customer)
}
