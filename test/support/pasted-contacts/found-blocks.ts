import type { Block } from './blocks'

const lisa = { first_name: 'Lisa', last_name: 'Holm' }
const erik = { first_name: 'Erik', last_name: 'Andersson' }
const phone = '070-174 06 24'
const home = { address: 'Holmvägen 3', zip_code: '903 20', city: 'Umeå' }

/** Blocks that were read otherwise than they were meant, when they were first tried. */
export const foundBlocks: Block[] = [
  {
    about: 'an address in a sentence',
    text: `Hej Erik,\n\nMin adress är Storgatan 12, 114 22 Stockholm och mitt telefonnummer 070-174 06 24.\n\nHälsningar\nLisa Holm`,
    is: { ...lisa, phone, address: 'Storgatan 12', zip_code: '114 22', city: 'Stockholm' },
  },
  {
    about: 'labels in capitals',
    text: `KUND: Lisa Holm\nTEL: 0701740624\nADR: Holmvägen 3\nPOSTNR: 90320\nORT: Umeå`,
    is: { ...lisa, phone: '0701740624', ...home, zip_code: '90320' },
  },
  {
    about: 'a name the other way round, without a comma',
    text: `Holm Lisa\nHolmvägen 3\n903 20 Umeå`,
    is: { ...lisa, ...home },
  },
  {
    about: 'an unusual name the other way round, with its mail',
    text: `Novak Jaroslav\n0701740624\nnovak@example.com`,
    is: { first_name: 'Jaroslav', last_name: 'Novak', phone: '0701740624', email: 'novak@example.com' },
  },
  {
    about: 'name and address in one line',
    text: `Lisa Holm, Holmvägen 3, 903 20 Umeå\n070-174 06 24`,
    is: { ...lisa, ...home, phone },
  },
  {
    about: 'a title before a name',
    text: `Fru Lisa Holm\nHolmvägen 3\n903 20 Umeå`,
    is: { ...lisa, ...home },
  },
  {
    about: 'a word behind a name in brackets',
    text: `Lisa Holm (dotter till ägaren)\n070-174 06 24\nlisa.holm@example.com`,
    is: { ...lisa, phone, email: 'lisa.holm@example.com' },
  },
  {
    about: 'a verb before an address',
    text: `Lisa Holm\nSäljer Holmvägen 3, 903 20 Umeå\n070-174 06 24`,
    is: { ...lisa, ...home, phone },
  },
  {
    about: 'a firm before an address',
    text: `Lisa Holm Fastighetsbyrån Holmvägen 3\n070-174 06 24\nlisa.holm@example.com`,
    is: { phone, email: 'lisa.holm@example.com' },
  },
  {
    about: 'an agent and a seller, each with a number',
    text: `Mäklare: Bo Ek 070-174 06 17\nSäljare: Lisa Holm 070-174 06 24`,
    is: { ...lisa, phone },
  },
  {
    about: 'two owners with numbers',
    text: `Ägare 1: Lisa Holm\nÄgare 2: Bo Ek\nTelefon 1: 070-174 06 24\nTelefon 2: 070-174 06 17`,
    is: { ...lisa, phone },
  },
  {
    about: 'a saint’s street',
    text: `Lisa Holm\nS:t Eriksgatan 33\n112 39 Stockholm`,
    is: { ...lisa, address: 'S:t Eriksgatan 33', zip_code: '112 39', city: 'Stockholm' },
  },
  {
    about: 'a street of a place',
    text: `Lisa Holm\nTöre Kyrkväg 3\n952 50 Töre`,
    is: { ...lisa, address: 'Töre Kyrkväg 3', zip_code: '952 50', city: 'Töre' },
  },
  {
    about: 'a name in quotation marks',
    text: `"Erik Andersson" <erik.andersson@example.com>\n070-174 06 24`,
    is: { ...erik, email: 'erik.andersson@example.com', phone },
  },
  {
    about: 'a numbered list',
    text: `1. Erik Andersson\n2. 070-174 06 24\n3. erik.andersson@example.com`,
    is: { ...erik, email: 'erik.andersson@example.com', phone },
  },
  {
    about: 'a year of birth, and a number of two',
    text: `Erik Andersson (f. 1965)\n0980-319 240 / 070-174 06 24`,
    is: { ...erik, phone },
  },
  {
    about: 'a country behind the place',
    text: `Lisa Holm\nHR\nHolmvägen 3\nSE-903 20 Umeå, Sweden`,
    is: { ...lisa, ...home },
  },
  {
    about: 'a lead of another form, with facts and a remark',
    text: `Lead från webben\nFörnamn: Lisa\nEfternamn: Holm\nTelefon: 070-174 06 24\nBostadstyp: Villa\nAdress: Holmvägen 3\nPostnummer: 903 20\nOrt: Umeå\nKommentar: Vill flytta till Malmö`,
    is: { ...lisa, phone, ...home },
  },
  {
    about: 'two last names of which nothing tells that they are',
    text: `Elin Wallström Berg\nelin.berg@example.com`,
    is: { first_name: 'Elin', last_name: 'Wallström Berg', email: 'elin.berg@example.com' },
  },
]
