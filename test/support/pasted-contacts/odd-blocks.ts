import type { Block } from './blocks'

const erik = { first_name: 'Erik', last_name: 'Andersson' }
const mail = 'erik.andersson@example.com'
const mobile = '070-174 06 05'
const home = { address: 'Storgatan 12', zip_code: '114 22', city: 'Stockholm' }
const all = { ...erik, phone: mobile, email: mail, ...home }

/** Blocks with traps: numbers that are no phone, words that are no name, and what stands in cards and letters. */
export const oddBlocks: Block[] = [
  {
    about: 'a personal number is no phone',
    text: `Erik Andersson\n010203-1234\n070-174 06 05\nerik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a registration number and a sum are none either',
    text: `Erik Andersson\nExempelbolaget AB\nOrg.nr 556000-0000\nOmsättning 5 500 000 kr\n070-174 06 05`,
    is: { ...erik, phone: mobile },
  },
  {
    about: 'a firm and a person in it',
    text: `Exempelbolaget AB\nErik Andersson\nVD\n08-465 004 30\nerik.andersson@example.com`,
    is: { ...erik, phone: '08-465 004 30', email: mail },
  },
  {
    about: 'a box is where letters go, not where the home is',
    text: `Erik Andersson\nBox 123\n101 22 Stockholm\nerik.andersson@example.com`,
    is: { ...erik, email: mail, zip_code: '101 22', city: 'Stockholm' },
  },
  {
    about: 'an address of a visit beside that of letters',
    text: `Erik Andersson\nBesöksadress: Storgatan 12, Stockholm\nTel: 070-174 06 05`,
    is: { ...erik, address: 'Storgatan 12', city: 'Stockholm', phone: mobile },
  },
  {
    about: 'a label with a star, as forms have where a field is required',
    text: `Namn*: Erik Andersson\nTelefon*: 070-174 06 05\nE-post*: erik.andersson@example.com\nMeddelande: Hej, jag vill veta vad huset är värt`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a list with signs before each line',
    text: `• Namn: Erik Andersson\n• Tfn: 070-174 06 05\n• Mail: erik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a quoted letter',
    text: `> Hälsningar\n> Erik Andersson\n> 070-174 06 05`,
    is: { ...erik, phone: mobile },
  },
  {
    about: 'a greeting and a name in one line',
    text: `Mvh Erik Andersson\n070-174 06 05\nerik.andersson@example.com`,
    is: { ...erik, phone: mobile, email: mail },
  },
  {
    about: 'a letter that was dictated to a phone',
    text: `Hej!\nJag heter Erik Andersson och vill ha en värdering.\nMitt nummer är 070-174 06 05.\nMvh Erik`,
    is: { phone: mobile, first_name: 'Erik', last_name: 'Andersson' },
  },
  {
    about: 'a number with its country behind a nought in brackets',
    text: `Erik Andersson\nMobil +46 (0)70-174 06 05\nE-post erik.andersson@example.com`,
    is: { ...erik, phone: '+46 (0)70-174 06 05', email: mail },
  },
  {
    about: 'a number with two noughts for plus',
    text: `Erik Andersson\n0046701740605\nerik.andersson@example.com`,
    is: { ...erik, phone: '0046701740605', email: mail },
  },
  {
    about: 'a number with a stroke',
    text: `Erik Andersson\n070/174 06 05\nStorgatan 12`,
    is: { ...erik, phone: '070/174 06 05', address: 'Storgatan 12' },
  },
  {
    about: 'an address of e-mail in brackets, and a link',
    text: `Erik Andersson [erik.andersson@example.com]\nhttps://example.com/erik-andersson-0701740699\n070-174 06 05`,
    is: { ...erik, email: mail, phone: mobile },
  },
  {
    about: 'an address of e-mail as a link',
    text: `Erik Andersson\nmailto:erik.andersson@example.com\ntel:+46701740605`,
    is: { ...erik, email: mail, phone: '+46701740605' },
  },
  {
    about: 'two mobiles, of which nobody says which',
    text: `Erik Andersson\n070-174 06 05\n070-174 06 06`,
    is: { ...erik, phone: mobile },
  },
  {
    about: 'a couple',
    text: `Erik Andersson\nAnna Lindqvist\nStorgatan 12\n114 22 Stockholm\n070-174 06 05`,
    is: { ...erik, ...home, phone: mobile },
  },
  {
    about: 'a couple, of which one writes',
    text: `Anna Lindqvist\nErik Andersson\nerik.andersson@example.com\n070-174 06 05`,
    is: { ...erik, email: mail, phone: mobile },
  },
  {
    about: 'a first name alone',
    text: `Erik\n070-174 06 05\nStorgatan 12, Stockholm`,
    is: { first_name: 'Erik', phone: mobile, address: 'Storgatan 12', city: 'Stockholm' },
  },
  {
    about: 'no name at all',
    text: `070-174 06 05\nerik.andersson@example.com\nStorgatan 12`,
    is: { phone: mobile, email: mail, address: 'Storgatan 12' },
  },
  {
    about: 'a country under the address',
    text: `Erik Andersson\nStorgatan 12\n114 22 Stockholm\nSverige\n070-174 06 05`,
    is: { ...erik, ...home, phone: mobile },
  },
  {
    about: 'a postal code with a country before it, and a district',
    text: `Erik Andersson\nStorgatan 12\nS-114 22 Stockholm\nÖstermalm`,
    is: { ...erik, ...home },
  },
  {
    about: 'a place of two words',
    text: `Bo Ek\nStrandvägen 2\n430 84 Styrsö Skäret\n031-390 06 44`,
    is: {
      ...{ first_name: 'Bo', last_name: 'Ek', phone: '031-390 06 44' },
      ...{ address: 'Strandvägen 2', zip_code: '430 84', city: 'Styrsö Skäret' },
    },
  },
  {
    about: 'no blank where one could be',
    text: `Namn:Bo Ek\nTel:040-628 04 15\nAdress:Strandvägen 2\n21120 Malmö`,
    is: {
      ...{ first_name: 'Bo', last_name: 'Ek', phone: '040-628 04 15' },
      ...{ address: 'Strandvägen 2', zip_code: '21120', city: 'Malmö' },
    },
  },
  {
    about: 'facts of a home are no address',
    text: `Erik Andersson\n070-174 06 05\nVilla 150 m², 5 rum\nByggår 1992\nTomt 800 kvm`,
    is: { ...erik, phone: mobile },
  },
  {
    about: 'a hit of a directory',
    text: `Erik Andersson\n43 år\nStorgatan 12 lgh 1203\n114 22 Stockholm\n070-174 06 05\nVisa på karta`,
    is: { ...erik, ...home, phone: mobile, address: 'Storgatan 12 lgh 1203' },
  },
  {
    about: 'an office in a signature, and a home in the letter',
    text: `Vi bor på Ängsvägen 4 i Kiruna.\n\nErik Andersson\n0980-319 201\nerik.andersson@example.com`,
    is: { ...erik, phone: '0980-319 201', email: mail, address: 'Ängsvägen 4', city: 'Kiruna' },
  },
  {
    about: 'a lawyer who writes for another',
    text: `Klient: Erik Andersson\nAdvokat: Anna Lindqvist\nTel: 070-174 06 05`,
    is: { ...erik, phone: mobile },
  },
  {
    about: 'several people',
    text: `Erik Andersson\t070-174 06 05\terik.andersson@example.com\nAnna Lindqvist\t070-174 06 06\tanna.lindqvist@example.com`,
    is: {},
  },
  {
    about: 'a letter without anybody in it',
    text: `Hej,\n\nTack för ditt mejl. Vi återkommer i veckan.\n\nTrevlig helg!`,
    is: {},
  },
  {
    about: 'a home in Germany, whose codes have five digits too',
    text: `Max Mustermann\nHauptstraße 5\n10115 Berlin\nDeutschland\nmax.mustermann@example.com`,
    is: {
      first_name: 'Max',
      last_name: 'Mustermann',
      email: 'max.mustermann@example.com',
      address: 'Hauptstraße 5',
      city: 'Berlin',
    },
  },
  {
    about: 'a card of version 2.1 in quoted-printable',
    text: `BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85kerlund;Anna-Karin;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Anna-Karin =C3=85kerlund\r\nTEL;CELL:0701740612\r\nADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=C3=84ngsv=C3=A4gen=\r\n 4;Kiruna;;981 32;Sverige\r\nEMAIL;INTERNET:anna-karin@example.com\r\nEND:VCARD`,
    is: {
      ...{
        first_name: 'Anna-Karin',
        last_name: 'Åkerlund',
        phone: '0701740612',
        email: 'anna-karin@example.com',
      },
      ...{ address: 'Ängsvägen 4', zip_code: '981 32', city: 'Kiruna' },
    },
  },
  {
    about: 'a card of version 2.1 in Latin-1',
    text: `BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lindqvist;=C5sa\nTEL;WORK;VOICE:08-465 004 40\nTEL;CELL;VOICE:070-174 06 18\nEND:VCARD`,
    is: { first_name: 'Åsa', last_name: 'Lindqvist', phone: '070-174 06 18' },
  },
  {
    about: 'a card of version 3.0 from a phone',
    text: `BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Example//SV\nN:Andersson;Erik;;;\nFN:Erik Andersson\nORG:Exempelbolaget AB;\nitem1.EMAIL;type=INTERNET;type=pref:erik.andersson@example.com\nitem1.X-ABLabel:_$!<Home>!$_\nTEL;type=CELL;type=VOICE;type=pref:070-174 06 05\nTEL;type=WORK:08-465 004 41\nitem2.ADR;type=HOME:;;Storgatan 12\\, lgh 1101;Stockholm;;114 22;Sverige\nNOTE:Ring efter sex\nEND:VCARD`,
    is: { ...all, address: 'Storgatan 12, lgh 1101' },
  },
  {
    about: 'a card of version 3.0 with folded lines',
    text: `BEGIN:VCARD\nVERSION:3.0\nN:Andersson;Erik\nEMAIL:erik.anders\n son@example.com\nTEL;TYPE=cell:+46 70 1\n 74 06 05\nEND:VCARD`,
    is: { ...erik, email: mail, phone: '+46 70 174 06 05' },
  },
  {
    about: 'a card of version 4.0 with links',
    text: `BEGIN:VCARD\nVERSION:4.0\nFN:Erik Andersson\nN:Andersson;Erik;;;\nTEL;VALUE=uri;TYPE="voice,home":tel:+46-8-465-004-42\nTEL;VALUE=uri;TYPE=cell:tel:+46-70-174-06-05\nEMAIL;TYPE=home:erik.andersson@example.com\nADR;TYPE=home:;;Storgatan 12;Stockholm;;11422;Sverige\nEND:VCARD`,
    is: { ...all, phone: '+46-70-174-06-05', zip_code: '11422' },
  },
  {
    about: 'a card with a full name only, and the address of an office beside that of a home',
    text: `BEGIN:VCARD\nVERSION:3.0\nFN:Erik Andersson\nADR;TYPE=WORK:;;Kungsgatan 1;Stockholm;;111 43;Sweden\nADR;TYPE=HOME:;;Storgatan 12;Stockholm;;114 22;Sweden\nTEL:070-174 06 05\nEND:VCARD`,
    is: { ...erik, ...home, phone: mobile },
  },
  {
    about: 'two cards',
    text: `BEGIN:VCARD\nFN:Erik Andersson\nTEL:070-174 06 05\nEND:VCARD\nBEGIN:VCARD\nFN:Anna Lindqvist\nTEL:070-174 06 06\nEND:VCARD`,
    is: {},
  },
]
