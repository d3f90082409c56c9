import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyBody } from '@/lib/lead/testing/any-body'
import { bareLead } from '@/lib/lead/testing/bare-lead'
import { seedBody } from '@/lib/lead/testing/seed-body'
import { type Lead, type PropertySubType, propertySubTypes } from './lead'
import { leadMessage, messageParts } from './lead-message'
import { leadRequestSchema } from './wire-lead'

const today = '2026-01-27'
const message = (changes: Partial<Lead>) => leadMessage({ ...bareLead, ...changes }, today)

const dwellings: Record<PropertySubType, string> = {
  Apartment: 'en lägenhet',
  SingleFamilyResidence: 'en villa',
  Townhouse: 'ett radhus',
  Terraced: 'ett kedjehus',
  Duplex: 'ett parhus',
}
const houses = propertySubTypes.filter((type) => type !== 'Apartment')

/** The message for a type of home, with words after the dwelling and sentences after its own. */
const expected = (type: PropertySubType, withWords = '', rest = '') =>
  `Du har fått ett lead från Real AI. Erik Andersson fick en värdering på 5 500 000 kr den 2026-01-27 av ${dwellings[type]}${withWords}.${rest}`

describe('leadMessage', () => {
  it("writes the source document's example byte for byte", () => {
    const lead = leadRequestSchema(today).parse(seedBody())
    expect(leadMessage(lead, today)).toBe(
      'Du har fått ett lead från Real AI. Erik Andersson fick en värdering på 5 500 000 kr den 2026-01-27 av en villa med 150.0 m² boarea. Biarean är 40.0 m² och tomtarean 800.0 m². Byggåret är 1992.',
    )
  })

  describe.each([...propertySubTypes])('about %s', (type) => {
    it.each<[Partial<Lead>, string, string]>([
      [{}, '', ''],
      [{ livingArea: 72.5 }, ' med 72.5 m² boarea', ''],
      [{ rooms: '3' }, ' med 3 rum', ''],
      [{ livingArea: 72.5, rooms: '2.5' }, ' med 72.5 m² boarea och 2,5 rum', ''],
      [{ yearBuilt: '1992' }, '', ' Byggåret är 1992.'],
      [{ qualification: 'Vill flytta' }, '', ' Kvalificering: Vill flytta.'],
      [{ customField: 'Ring!' }, '', ' Övrigt: Ring!'],
      [
        { yearBuilt: '1992', qualification: 'Nu.', customField: 'Bortrest' },
        '',
        ' Byggåret är 1992. Kvalificering: Nu. Övrigt: Bortrest.',
      ],
      [{ zipCode: '11422', city: 'Stockholm' }, '', ''],
    ])('says of %j what every home can have', (changes, withWords, rest) => {
      expect(message({ propertySubType: type, ...changes })).toBe(expected(type, withWords, rest))
    })

    it('says the monthly fee of a housing association, whatever the home', () => {
      const changes = {
        propertySubType: type,
        occupantType: 'TenantOwnership',
        associationFee: 3500,
      } as const
      expect(message(changes)).toBe(expected(type, '', ' Månadsavgiften är 3 500 kr.'))
    })

    it('keeps the fee of an owner to itself', () => {
      const changes = { propertySubType: type, occupantType: 'Owner', associationFee: 3500 } as const
      expect(message(changes)).toBe(expected(type))
    })
  })

  it.each(houses)('says the other areas of a house (%s), together or alone', (type) => {
    const of = (secondaryArea: number | null, lotSizeArea: number | null) =>
      message({ propertySubType: type, secondaryArea, lotSizeArea })
    expect(of(40, 800)).toBe(expected(type, '', ' Biarean är 40.0 m² och tomtarean 800.0 m².'))
    expect(of(40, null)).toBe(expected(type, '', ' Biarean är 40.0 m².'))
    expect(of(null, 800)).toBe(expected(type, '', ' Tomtarean är 800.0 m².'))
    expect(of(0, 800)).toBe(expected(type, '', ' Tomtarean är 800.0 m².'))
    expect(of(40, 0)).toBe(expected(type, '', ' Biarean är 40.0 m².'))
    expect(of(0, 0)).toBe(expected(type))
  })

  it('says nothing of the secondary and lot area of a flat, which has none', () => {
    const flat = { propertySubType: 'Apartment', secondaryArea: 40, lotSizeArea: 800 } as const
    expect(message(flat)).toBe(expected('Apartment'))
  })

  it('assumes that a flat is a tenant-ownership, and nothing of a house', () => {
    expect(message({ propertySubType: 'Apartment', associationFee: 3500 })).toBe(
      expected('Apartment', '', ' Månadsavgiften är 3 500 kr.'),
    )
    expect(message({ associationFee: 3500 })).toBe(expected('SingleFamilyResidence'))
  })

  it('orders all parts as the contract does', () => {
    const full: Partial<Lead> = {
      occupantType: 'TenantOwnership',
      livingArea: 150,
      rooms: '5',
      secondaryArea: 40,
      lotSizeArea: 800,
      associationFee: 3512.5,
      yearBuilt: '1992',
      qualification: 'Angett flytt inom 12 mån',
      customField: 'Bortrest till 1 mars',
    }
    expect(message(full)).toBe(
      expected(
        'SingleFamilyResidence',
        ' med 150.0 m² boarea och 5 rum',
        ' Biarean är 40.0 m² och tomtarean 800.0 m². Månadsavgiften är 3 512,50 kr. Byggåret är 1992. Kvalificering: Angett flytt inom 12 mån. Övrigt: Bortrest till 1 mars.',
      ),
    )
  })

  it.each([
    ['4', '4'],
    ['4,0', '4'],
    ['4.0', '4'],
    ['2.5', '2,5'],
    ['2,5', '2,5'],
    ['10', '10'],
  ])('writes %s rooms as %s', (rooms, written) => {
    expect(message({ rooms })).toContain(` med ${written} rum.`)
  })

  it('prints the date that the lead has, else the one it is given', () => {
    expect(message({ valuationDate: '2025-12-31' })).toContain(' den 2025-12-31 av ')
    expect(message({ valuationDate: null })).toContain(' den 2026-01-27 av ')
  })

  it('takes the words of people as they are, templates and patterns included', () => {
    const text = message({ firstName: '{lastName}', lastName: '$&$1', customField: '{text}' })
    expect(text).toContain(' {lastName} $&$1 fick ')
    expect(text).toMatch(/Övrigt: \{text\}\.$/)
  })

  it('never shows two spaces in a row or the trace of a missing value, and always ends in punctuation', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const text = leadMessage(leadRequestSchema(today).parse(body), today)
        expect(text).not.toMatch(/\s\s|null|undefined|NaN|Infinity|\[object|\(\)| [.,]|\.\.$|: [.!?]?$/)
        expect(text).toMatch(/^Du har fått ett lead från Real AI\. .+[.!?]$/)
        expect(text).not.toMatch(/\b0\.0 m²|e[+-]\d/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('messageParts', () => {
  it('is the message itself when nothing is missing', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const lead = leadRequestSchema(today).parse(body)
        expect(messageParts(lead, today)).toEqual([{ kind: 'text', text: leadMessage(lead, today) }])
      }),
    )
  })

  it('has a gap for each required field that is missing, and words around it', () => {
    const draft = { ...bareLead, firstName: null, valuation: null, propertySubType: null, livingArea: 72 }
    expect(messageParts(draft, today)).toEqual([
      { kind: 'text', text: 'Du har fått ett lead från Real AI. ' },
      { kind: 'gap', field: 'firstName' },
      { kind: 'text', text: ' Andersson fick en värdering på ' },
      { kind: 'gap', field: 'valuation' },
      { kind: 'text', text: ' kr den 2026-01-27 av ' },
      { kind: 'gap', field: 'propertySubType' },
      { kind: 'text', text: ' med 72.0 m² boarea.' },
    ])
  })
})
