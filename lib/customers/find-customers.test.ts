import { expect, it } from 'vitest'
import { byName, type CustomerRow } from './customer'
import { findCustomers } from './find-customers'

const pause = {
  reason: null,
  since: '2026-11-28T08:00:00.000Z',
  nextProbeAt: '2026-11-28T09:00:00.000Z',
  waiting: 3,
}

const customer = (number: number, name: string, changes: Partial<CustomerRow> = {}): CustomerRow => ({
  id: `01a0b0c0-0000-7000-8000-${String(number).padStart(12, '0')}`,
  vitecId: `M${number}`,
  name,
  active: true,
  paused: null,
  accountSetAt: null,
  leadSources: 1,
  ...changes,
})
const names = (customers: CustomerRow[]) => customers.map(({ name }) => name)
const search = (customers: CustomerRow[], text: string) =>
  findCustomers(customers, { search: text, after: null })

it('puts those first whose leads wait, and keeps the Swedish order in both groups', () => {
  const customers = byName([
    customer(1, 'Ängsmäklarna', { paused: pause }),
    customer(2, 'Östermäklarna'),
    customer(3, 'Bomäklarna', { paused: pause }),
    customer(4, 'Åmäklarna'),
    customer(5, 'Andersmäklarna'),
  ])
  const page = search(customers, '')
  expect(names(page.customers)).toEqual([
    'Bomäklarna',
    'Ängsmäklarna',
    'Andersmäklarna',
    'Åmäklarna',
    'Östermäklarna',
  ])
  expect(page).toMatchObject({ total: 5, paused: 2, next: null })
})

it.each([
  ['part of a name', 'mälar', ['Mälarmäklarna']],
  ['words in any order', 'söder mäklar', ['Mäklarhuset Söder']],
  ['an id as it is written', 'sandbox-403', ['SANDBOX-403']],
  ['part of an id', 'M300', ['Mälarmäklarna']],
  ['a name without its dots, where nobody is spelt so', 'malar', ['Mälarmäklarna']],
  ['two letters as one types', 'sö', ['Mäklarhuset Söder']],
  ['nothing but punctuation', '--', []],
  ['nobody', 'finns inte', []],
])('finds %s', (_, text, expected) => {
  const customers = [
    customer(30011, 'Mälarmäklarna'),
    customer(2, 'Mäklarhuset Söder'),
    customer(3, 'SANDBOX-403', { vitecId: 'SANDBOX-403' }),
  ]
  expect(names(search(customers, text).customers)).toEqual(expected)
})

it('comes in pages that have each customer once', () => {
  const customers = Array.from({ length: 120 }, (_, index) => customer(index, `Mäklare ${index}`))
  const shown: string[] = []
  let after: string | null = null
  do {
    const page = findCustomers(customers, { search: '', after })
    expect(page.total).toBe(120)
    shown.push(...names(page.customers))
    after = page.next
  } while (after !== null)
  expect(shown).toEqual(names(customers))
})

it('shows nobody twice where the last one shown is found no more', () => {
  const customers = [customer(1, 'Mäklare')]
  const page = findCustomers(customers, { search: '', after: customer(9, 'Borta').id })
  expect(page).toMatchObject({ customers: [], next: null })
})
