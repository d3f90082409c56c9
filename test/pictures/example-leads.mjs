/** Made-up people and firms, for the pictures. What becomes of a lead follows from its customer. */

/** Customers beside those of the sandbox, by their id in Vitec. */
export const exampleCustomers = {
  M20417: 'Ågrens exempelmäkleri',
  M20655: 'Exempelmäklarna Södermalm',
  M21988: 'Exempelbyrån Västerås',
  M30277: 'Mälardalens exempelmäklare',
  'SANDBOX-400': 'Exempelmäklarna Täby',
  'SANDBOX-403': 'Exempelmäklarna Umeå',
  'SANDBOX-LOST': 'Exempelmäklarna Örebro',
}

/** First name, last name, address, zip code, city, kind of home, valuation in SEK, customer. The last ones stand on top. */
const people = /** @type {const} */ ([
  ['Erik', 'Exempelson', 'Storgatan 12', '11422', 'Stockholm', 'SingleFamilyResidence', 5_500_000, 'ABC123'],
  ['Åsa', 'Provlund', 'Kungsgatan 4', '90325', 'Umeå', 'Apartment', 2_150_000, 'SANDBOX-403'],
  ['Anders', 'Provberg', 'Näsbyvägen 30', '18334', 'Täby', 'SingleFamilyResidence', 7_900_000, 'SANDBOX-400'],
  ['Ingrid', 'Exempelgren', 'Åsgatan 2', '72462', 'Västerås', 'SingleFamilyResidence', 4_350_000, 'M30277'],
  ['Olof', 'Testman', 'Järntorget 5', '70211', 'Örebro', 'Apartment', 1_980_000, 'SANDBOX-LOST'],
  ['Elsa', 'Provander', 'Björkvägen 19', '90332', 'Umeå', 'SingleFamilyResidence', 3_600_000, 'SANDBOX-403'],
  ['Karin', 'Exempelberg', 'Katarina Bangata 40', '11639', 'Stockholm', 'Apartment', 5_250_000, 'M20655'],
  ['Lars', 'Testgård', 'Södra vägen 3', '72212', 'Västerås', 'SingleFamilyResidence', 3_950_000, 'M20417'],
])

/** Their leads, as another system sends them, in the order they come in. */
export const exampleLeads = people.map(
  ([firstName, lastName, address, zipCode, city, kind, valuation, customerId], index) => ({
    customer: { customer_id: customerId, lead_id: 'LEAD456' },
    person: {
      first_name: firstName,
      last_name: lastName,
      email: `person${index + 1}@example.com`,
      phone: `+467017406${String(index + 10)}`,
      ...{ address, zip_code: zipCode, city },
    },
    property: {
      ...{
        valuation,
        property_sub_type: kind,
        living_area: 62 + 11 * index,
        year_built: `${1931 + 8 * index}`,
      },
      ...(kind === 'Apartment' && { rooms: 3, association_fee: 3_920 }),
    },
  }),
)
