import type { ContactField } from '@/lib/pasted-contacts/pasted-contact'

/** A block as it may be pasted, and what stands in it. */
export type Block = { about: string; text: string; is: Partial<Record<ContactField, string>> }

const erik = { first_name: 'Erik', last_name: 'Andersson' }
const mail = 'erik.andersson@example.com'
const mobile = '070-174 06 05'
const home = { address: 'Storgatan 12', zip_code: '114 22', city: 'Stockholm' }
const all = { ...erik, phone: mobile, email: mail, ...home }

/**
 * Blocks of people that do not exist: addresses of e-mail at example.com, phone numbers from those that PTS has set aside
 * for made-up people (070-174 06 05 to 99, 08-465 004 00, 031-390 06 00, 040-628 04 00, 0980-319 200 and on).
 */
export const plainBlocks: Block[] = [
  {
    about: 'all of it, a line each',
    text: `Erik Andersson\n070-174 06 05\nerik.andersson@example.com\nStorgatan 12\n114 22 Stockholm`,
    is: all,
  },
  {
    about: 'with labels',
    text: `Namn: Erik Andersson\nTelefon: 070-174 06 05\nE-post: erik.andersson@example.com\nAdress: Storgatan 12, 114 22 Stockholm`,
    is: all,
  },
  {
    about: 'with English labels',
    text: `First name: Erik\nLast name: Andersson\nMobile: +46 70 174 06 05\nEmail: erik.andersson@example.com\nStreet: Storgatan 12\nPostal code: 114 22\nCity: Stockholm`,
    is: { ...all, phone: '+46 70 174 06 05' },
  },
  {
    about: 'a form that was mailed: labels and values on lines of their own',
    text: `Förnamn\nErik\nEfternamn\nAndersson\nTelefonnummer\n0701740605\nE-postadress\nerik.andersson@example.com\nGatuadress\nStorgatan 12\nPostnummer\n11422\nOrt\nStockholm`,
    is: { ...all, phone: '0701740605', zip_code: '11422' },
  },
  {
    about: 'a signature with a title and a firm',
    text: `Med vänliga hälsningar\n\nErik Andersson\nProjektledare\n\nExempelbolaget AB\nStorgatan 12\nSE-114 22 Stockholm\n\nVäxel: 08-465 004 00\nMobil: 070-174 06 05\nerik.andersson@example.com\nwww.example.com`,
    is: all,
  },
  {
    about: 'a signature in one line under the name',
    text: `Mvh\nErik Andersson\nM: 070-174 06 05 | E: erik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a signature of English words',
    text: `Best regards,\nErik Andersson\nSales Manager\nPhone: +46 8 465 004 00\nCell: +46 70 174 06 05\nerik.andersson@example.com`,
    is: { ...erik, phone: '+46 70 174 06 05', email: mail },
  },
  {
    about: 'a note of a call, in small letters',
    text: `erik andersson\n0701740605\nstorgatan 12\n114 22 stockholm`,
    is: { ...erik, phone: '0701740605', ...home },
  },
  {
    about: 'a note of a call, with what was said',
    text: `Erik Andersson ringde\nVill sälja i vår\n070-174 06 05\nStorgatan 12`,
    is: { ...erik, phone: mobile, address: 'Storgatan 12' },
  },
  {
    about: 'a flat with its number',
    text: `Erik Andersson\nStorgatan 12 lgh 1101\n114 22 Stockholm\n070-174 06 05`,
    is: { ...erik, ...home, phone: mobile, address: 'Storgatan 12 lgh 1101' },
  },
  {
    about: 'a flat whose number has a line of its own',
    text: `Erik Andersson\nStorgatan 12\nLgh 1101\n114 22 Stockholm`,
    is: { ...erik, ...home, address: 'Storgatan 12 lgh 1101' },
  },
  {
    about: 'who lives with another',
    text: `Erik Andersson\nc/o Lindqvist\nStorgatan 12\n114 22 Stockholm\n070-174 06 05`,
    is: { ...erik, ...home, phone: mobile },
  },
  {
    about: 'a letter of an entrance, and stairs',
    text: `Anna Lindqvist\nKungsgatan 8 B, 3 tr\n411 19 Göteborg\nTel. 031-390 06 12`,
    is: {
      ...{ first_name: 'Anna', last_name: 'Lindqvist', phone: '031-390 06 12' },
      ...{ address: 'Kungsgatan 8 B, 3 tr', zip_code: '411 19', city: 'Göteborg' },
    },
  },
  {
    about: 'all of an address in one line, without a comma',
    text: `Anna Lindqvist\nKungsgatan 8B 411 19 Göteborg\nanna.lindqvist@example.com`,
    is: {
      ...{ first_name: 'Anna', last_name: 'Lindqvist', email: 'anna.lindqvist@example.com' },
      ...{ address: 'Kungsgatan 8B', zip_code: '411 19', city: 'Göteborg' },
    },
  },
  {
    about: 'a farm whose address is no street',
    text: `Anna Lindqvist\nÖvra Nibble 3\n755 98 Uppsala\nanna.lindqvist@example.com`,
    is: {
      ...{ first_name: 'Anna', last_name: 'Lindqvist', email: 'anna.lindqvist@example.com' },
      ...{ address: 'Övra Nibble 3', zip_code: '755 98', city: 'Uppsala' },
    },
  },
  {
    about: 'a row of a table',
    text: `Erik\tAndersson\t070-174 06 05\terik.andersson@example.com\tStorgatan 12\t114 22\tStockholm`,
    is: all,
  },
  {
    about: 'a row of a table with the whole name in one cell',
    text: `Erik Andersson\terik.andersson@example.com\t0701740605\tStorgatan 12\t11422\tStockholm\n`,
    is: { ...all, phone: '0701740605', zip_code: '11422' },
  },
  {
    about: 'a row of a table under its head',
    text: `Efternamn\tFörnamn\tMobil\tE-post\tAdress\tPostnr\tOrt\nAndersson\tErik\t070-174 06 05\terik.andersson@example.com\tStorgatan 12\t114 22\tStockholm`,
    is: all,
  },
  {
    about: 'a row under a head of English words, with columns that nobody asks for',
    text: `Id\tName\tPhone\tEmail\tStatus\n17\tErik Andersson\t+46701740605\terik.andersson@example.com\tNy`,
    is: { ...erik, phone: '+46701740605', email: mail },
  },
  {
    about: 'a row that begins with a day',
    text: `2026-11-27\tErik Andersson\t070-174 06 05\terik.andersson@example.com\tVilla\t5 500 000`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'two columns, labels in the first',
    text: `Namn\tErik Andersson\nMobil\t070-174 06 05\nMejl\terik.andersson@example.com\nAdress\tStorgatan 12\nPostadress\t114 22 Stockholm`,
    is: all,
  },
  {
    about: 'the head of a letter',
    text: `Från: Erik Andersson <erik.andersson@example.com>\nSkickat: den 27 november 2026 08:15\nTill: info@example.org\nÄmne: Värdering av Storgatan 12`,
    is: { ...erik, email: mail },
  },
  {
    about: 'the head of a letter and its signature',
    text: `From: Erik Andersson <erik.andersson@example.com>\nTo: Anna Lindqvist <anna.lindqvist@example.org>\nSubject: Hej\n\nRing mig gärna!\n\nErik Andersson\n070-174 06 05`,
    is: { ...erik, email: mail, phone: mobile },
  },
  {
    about: 'two numbers, of which one is a mobile',
    text: `Erik Andersson\nHem: 08-465 004 21\nMobil: 070-174 06 05\nerik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a fax beside a phone',
    text: `Erik Andersson\nFax: 08-465 004 22\nTel: 08-465 004 21\nerik.andersson@example.com`,
    is: { ...erik, phone: '08-465 004 21', email: mail },
  },
  {
    about: 'two labels in one line',
    text: `Erik Andersson\nTel: 08-465 004 21 Mobil: 070-174 06 05\nE-post: erik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'an address in capitals, as on an envelope',
    text: `ERIK ANDERSSON\nSTORGATAN 12\n114 22 STOCKHOLM`,
    is: {
      first_name: 'Erik',
      last_name: 'Andersson',
      address: 'Storgatan 12',
      zip_code: '114 22',
      city: 'Stockholm',
    },
  },
  {
    about: 'the last name first',
    text: `Andersson, Erik\n070-174 06 05\nerik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a name with a particle',
    text: `Carl von Essen\ncarl.vonessen@example.com\n070-174 06 11`,
    is: {
      first_name: 'Carl',
      last_name: 'von Essen',
      email: 'carl.vonessen@example.com',
      phone: '070-174 06 11',
    },
  },
  {
    about: 'a double first name',
    text: `Anna-Karin Åkerlund\n070-174 06 12\nÄngsvägen 4\n981 32 Kiruna`,
    is: {
      ...{ first_name: 'Anna-Karin', last_name: 'Åkerlund', phone: '070-174 06 12' },
      ...{ address: 'Ängsvägen 4', zip_code: '981 32', city: 'Kiruna' },
    },
  },
  {
    about: 'two first names',
    text: `Lars Erik Svensson\n070-174 06 13\nlars.svensson@example.com`,
    is: {
      ...{ first_name: 'Lars Erik', last_name: 'Svensson' },
      ...{ phone: '070-174 06 13', email: 'lars.svensson@example.com' },
    },
  },
  {
    about: 'two last names',
    text: `Maria Svensson Lind\n070-174 06 14\nmaria@example.com`,
    is: {
      ...{ first_name: 'Maria', last_name: 'Svensson Lind' },
      ...{ phone: '070-174 06 14', email: 'maria@example.com' },
    },
  },
  {
    about: 'a name from elsewhere',
    text: `Fatima Al-Sayed\nfatima.alsayed@example.com\n070-174 06 15\nRosengårdsvägen 7\n213 66 Malmö`,
    is: {
      ...{ first_name: 'Fatima', last_name: 'Al-Sayed', email: 'fatima.alsayed@example.com' },
      ...{ phone: '070-174 06 15', address: 'Rosengårdsvägen 7', zip_code: '213 66', city: 'Malmö' },
    },
  },
  {
    about: 'a name with an accent and an apostrophe',
    text: `André O’Brien\nandre@example.com\n0701740616`,
    is: { first_name: 'André', last_name: 'O’Brien', email: 'andre@example.com', phone: '0701740616' },
  },
  {
    about: 'a short name',
    text: `Bo Ek\n070 174 06 17\nbo.ek@example.com\nEkvägen 1, 352 31 Växjö`,
    is: {
      ...{ first_name: 'Bo', last_name: 'Ek', phone: '070 174 06 17', email: 'bo.ek@example.com' },
      ...{ address: 'Ekvägen 1', zip_code: '352 31', city: 'Växjö' },
    },
  },
]
