import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasPersonalNumber } from './personal-number'

// Numbers that Skatteverket and textbooks use as examples.
describe('hasPersonalNumber', () => {
  it('takes no phone number, price or date for one, however people write it', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
    const phone = fc
      .tuple(fc.constantFrom('070', '08', '0455', '+46 70', '+46 (0)70', '0046 73'), two, two, two, digits(3))
      .chain(([area, a, b, c, d]) =>
        fc.constantFrom(
          ...[
            `${area}-${d} ${a} ${b}`,
            `${area} ${d}${a}${b}`,
            `${area}/${d} ${a} ${b} ${c}`,
            `${area}-${d}${a}${b}`,
          ],
        ),
      )
    const price = fc
      .integer({ min: 1, max: 999_999_999 })
      .chain((sum) =>
        fc.constantFrom(
          `${sum} kr`,
          `${sum.toLocaleString('sv')} kr`,
          `${sum.toLocaleString('de')}:-`,
          `${sum},50`,
        ),
      )
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString())
      .chain((iso) =>
        fc.constantFrom(
          ...[
            iso,
            iso.slice(0, 10),
            iso.slice(0, 16).replace('T', ' '),
            iso.slice(2, 10).replaceAll('-', ''),
          ],
          ...[iso.slice(0, 10).replaceAll('-', ''), `${iso.slice(0, 10)}--${iso.slice(0, 10)}`],
        ),
      )
    const range = fc
      .tuple(date, fc.constantFrom('-', ' - ', '\u2013', ' \u2013 ', ' ', '/'), date)
      .map((parts) => parts.join(''))
    const text = fc
      .array(fc.oneof(phone, price, date, range), { maxLength: 4 })
      .map((parts) => parts.join(', '))
    fc.assert(fc.property(text, (written) => !hasPersonalNumber(written)))
  })

  it('takes four digits behind a day of birth for no time of day, whatever they are', () => {
    expect(hasPersonalNumber('19570718 1045')).toBe(true)
    expect(hasPersonalNumber('1957-07-18 1045')).toBe(true)
    expect(hasPersonalNumber('Visning 2026-02-03 1330')).toBe(false)
  })

  it('finds every one that is right, and none whose check digit is another', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
    const written = [
      (date: string, serial: string) => `${date.slice(2)}-${serial}`,
      (date: string, serial: string) => `${date} ${serial}`,
      (date: string, serial: string) => `Nr ${date}${serial}.`,
      (date: string, serial: string) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}-${serial}`,
      (date: string, serial: string) => `${date.slice(2)} \u2013 ${serial}`,
    ]
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 100, max: 999 }),
        fc.constantFrom(...written),
        (born, number, write) => {
          const date = born.toISOString().slice(0, 10).replaceAll('-', '')
          const found = Array.from({ length: 10 }, (_, check) =>
            hasPersonalNumber(write(date, `${number}${check}`)),
          )
          expect(found.filter(Boolean)).toHaveLength(1)
        },
      ),
    )
  })

  it.each([
    '811218-9876',
    '19811218-9876',
    '198112189876',
    '811218+9876',
    'Hans nummer: 19811218-9876.',
    'Samordningsnummer 701063-2391',
    '197010632391',
    '811218\u20139876',
    '070-123 45 67 och 811218-9876',
    '811218 - 9876',
    '811218- 9876',
    '19811218 -9876',
    '19811218 9876',
    '1981-12-18-9876',
    '81-12-18-9876',
    '1981-12-18 - 9876',
    '811218\u200b-\u200b9876',
    '811218\u00ad-9876',
    '811218\u20119876',
    '811218\u22129876',
    '811218\uff0d9876',
    '811218\ufe639876',
    '811218\u00a0-\u00a09876',
    '811218 + 9876',
    '811218\uff0b9876',
    '\uff18\uff11\uff11\uff12\uff11\uff18-9876',
    '701063 - 2391',
    '1970-10-63-2391',
    '123456 811218-9876',
    '12-34-56-811218-9876',
    '1981.12.18-9876',
    '1981/12/18-9876',
    '1981 12 18-9876',
    '81 12 18 - 9876',
    '1981-12-18 9876',
    '1981 12 18 9876',
    '1981-12-189876',
    '811218--9876',
    '811218_9876',
    '811218/9876',
    '\u0668\u0661\u0661\u0662\u0661\u0668-\u0669\u0668\u0667\u0666',
    'Ledig 2026-03-03 - 2026-04-01, 811218-9876',
  ])('finds the one in %j', (text) => {
    expect(hasPersonalNumber(text)).toBe(true)
  })

  it.each([
    ['8112189876', 'ten digits alone may be a phone number'],
    ['811218-9875', 'the check digit is wrong'],
    ['891301-3283', 'there is no thirteenth month'],
    ['890230-1236', 'there is no 30 February'],
    ['19810229-1234', '1981 was no leap year'],
    ['19811218 9875', 'the check digit is wrong, as that of nine dates with a time in ten'],
    ['20230115 1430', 'a day and a time of day'],
    ['1981-12-18-9875', 'the check digit is wrong'],
    ['811218 9876', 'ten digits with a space may be a phone number'],
    ['+201001234567', 'a phone number of abroad'],
    ['1981-12-18, 9876', 'a date and a number'],
    ['556703-7485', 'a company has a month from twenty'],
    ['070-123 45 67', 'a phone number is written otherwise'],
    ['5811218-9876', 'it stands within a longer number'],
    ['99811218-9876', 'there is no such century'],
    ['Storgatan 12, 114 22', 'an address has none'],
    ['', 'there is nothing'],
    ['Bortrest 2026-03-03 - 2026-04-01', 'the year of a second date is no serial number'],
    ['Bortrest 2026-03-02 \u2013 2027-01-01', 'a second date begins there'],
    ['Bortrest 20260303-20260401', 'two dates stand there'],
    ['Bortrest 2026.03.03-2026.04.01', 'two dates stand there'],
    ['Visning 2026-02-03 1330', 'a day and a time of day'],
  ])('does not find one in %j: %s', (text) => {
    expect(hasPersonalNumber(text)).toBe(false)
  })
})
