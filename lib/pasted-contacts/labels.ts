/** What a label says of what stands behind it. `other` is a label of something that nobody asks for. */
export type Label =
  | ('name' | 'first_name' | 'last_name' | 'phone' | 'mobile' | 'switchboard' | 'email')
  | ('address' | 'zip_code' | 'city' | 'other')

const words: Record<Label, string> = {
  name: 'namn,för- och efternamn,fullständigt namn,name,full name,klient,kund,kundnamn,kontakt,kontaktperson,contact,säljare,ägare,från,from',
  first_name: 'förnamn,tilltalsnamn,first name,given name,firstname',
  last_name: 'efternamn,last name,surname,family name,lastname',
  phone:
    'telefon,telefonnummer,telefonnr,tel,tele,tfn,tlf,t,hem,hemtelefon,arbete,direkt,direktnr,direktnummer,nummer,phone,phone number,telephone,home,work,direct,office,p',
  mobile: 'mobil,mobiltelefon,mobilnummer,mobilnr,mob,m,mobile,mobile phone,cell,cell phone,cellphone',
  switchboard: 'växel,vx,switchboard',
  email:
    'e-post,epost,e-postadress,epostadress,e-mail,email,email address,e-mail address,mail,mailadress,mejl,mejladress,e',
  address:
    'adress,adr,bor,bostad,objekt,objektsadress,visningsadress,gatuadress,bostadsadress,hemadress,besöksadress,fastighetsadress,postadress,gata,street,street address,address,home address,property address',
  zip_code: 'postnummer,postnr,zip,zip code,postal code,postcode',
  city: 'ort,postort,stad,city,town',
  other:
    'fax,telefax,till,to,cc,kopia,bcc,ämne,subject,skickat,sent,datum,date,org,org.nr,orgnr,organisationsnummer,personnummer,personnr,pnr,webb,web,hemsida,website,url,företag,bolag,company,titel,title,befattning,id,status,land,country,meddelande,message,typ,ålder',
}

const labels = new Map(
  Object.entries(words).flatMap(([label, all]) =>
    // Object.entries forgets which keys an object has; they are the object's own.
    all.split(',').map((word) => [word, label as Label]),
  ),
)

/** Longer words before a colon are a sentence. */
const longestLabel = 26

/** What a text is a label of, in Swedish or English; `null` where it is none. */
export function labelOf(text: string): Label | null {
  if (text.length > longestLabel) return null
  // `Namn*` is required, `Telefon 2` the second.
  const word = text
    .toLowerCase()
    .replace(/[*]| ?\d$/g, '')
    .trim()
  return labels.get(word) ?? labels.get(word.replace(/[.:]$/, '')) ?? null
}

type Labelled = {
  /** `unknown` is a label that is none of ours. */
  label: Label | 'unknown' | null
  text: string
}

const shortLabel = /^(tel|tfn|telefon|mobil|mob|mobile|cell|phone|fax|växel|e-post|epost|mejl|e-?mail)[.]? /i

/** Parts a line into its label and what stands behind it: `Tel. 08-…`, `Namn: …`. */
export function splitLabel(line: string): Labelled {
  const whole = labelOf(line)
  if (whole && line.length > 1) return { label: whole, text: '' }
  const colon = line.indexOf(':')
  if (colon > 0 && colon <= longestLabel && !line.startsWith('//', colon + 1)) {
    const before = line.slice(0, colon)
    const text = line.slice(colon + 1).trim()
    const label = labelOf(before)
    if (label) return { label, text }
    if (/^\p{L}[\p{L} .-]+$/u.test(before) && !/^(mailto|tel)$/i.test(before))
      return { label: 'unknown', text }
  }
  const short = shortLabel.exec(line)?.[0]
  if (short) return { label: labelOf(short.trim()) ?? null, text: line.slice(short.length) }
  return { label: null, text: line }
}

const innerLabel =
  /,? (?=(?:tel|tfn|telefon|mobil|mob|mobile|cell|phone|fax|växel|e-post|epost|mejl|mail|e-?mail)[.]?:)/i

/** Parts a line before each further label that it has: `Tel: 08-… Mobil: 070-…`. */
export function splitAtLabels(line: string): string[] {
  return line.split(innerLabel)
}
