import fc from 'fast-check'
import { occupantTypes, propertySubTypes } from '@/lib/leads/lead'

/** Text with something to see in it, which the rules for text must let through after tidying. */
const words = (max: number) =>
  fc
    .tuple(
      fc.array(fc.constantFrom('Erik', 'Åsa', 'o\u0301', '😀', '-', '{lastName}', '$&', '7', ' ', '\n\t'), {
        maxLength: Math.floor((max - 2) / 10),
      }),
      fc.constantFrom('', '.', '!', '?'),
    )
    .map(([pieces, end]) => `x${pieces.join('').trimEnd()}${end}`)

const notGiven = fc.constantFrom(undefined, null, '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, notGiven)
const within = (max: number) => fc.double({ min: 0, max, noNaN: true })

/** Any request that the contract accepts, on 2026-01-27. */
export const anyBody = fc.record({
  customer: fc.record({
    customer_id: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
    lead_id: words(100),
  }),
  person: fc.record({
    first_name: words(30),
    last_name: words(30),
    email: fc.constantFrom('erik.andersson@example.com', 'info@räksmörgås.se'),
    phone: fc.constantFrom('070-123 45 67', '0046701234567', '+46 (0)70 123 45 67', '+1 202 555 0143'),
    address: words(68),
    zip_code: maybe(fc.constantFrom('114 22', '11422')),
    city: maybe(words(25)),
    qualification: maybe(words(200)),
    custom_field: maybe(words(500)),
  }),
  property: fc.record({
    valuation: fc.integer({ min: 1, max: 999_999_999_999 }),
    property_sub_type: fc.constantFrom(...propertySubTypes),
    living_area: maybe(fc.double({ min: 0, minExcluded: true, max: 100_000, noNaN: true })),
    rooms: maybe(fc.constantFrom('4', '2,5', '2.5', '3,0', 4, 2.5)),
    secondary_area: maybe(within(100_000)),
    lot_size_area: maybe(within(100_000_000)),
    year_built: maybe(fc.constantFrom('1000', '1992', '2027', 1992)),
    occupant_type: maybe(fc.constantFrom(...occupantTypes)),
    association_fee: maybe(within(1_000_000)),
    valuation_date: maybe(fc.constantFrom('2026-01-27', '2025-01-27')),
  }),
  reference: maybe(words(100)),
})
