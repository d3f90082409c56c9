/** A field of the form that Vitec may have refused, under its name on the wire. */
export type RefusedField =
  | 'person.first_name'
  | 'person.last_name'
  | 'person.phone'
  | 'person.email'
  | 'person.address'
  | 'person.zip_code'
  | 'person.city'
  | 'customer.lead_id'

/**
 * How an answer names them: by the members of what we send (`personLead.telephone.cell`), or in the words of a sentence. Vitec
 * documents neither, so anything else is not known.
 */
const names: Record<RefusedField, RegExp> = {
  'person.first_name': /\bfirst ?name\b|förnamn/i,
  'person.last_name': /\blast ?name\b|efternamn/i,
  'person.phone': /\b(?:tele)?phone\b|telefon/i,
  'person.email': /\be-?mail|\be-post/i,
  'person.address': /\bstreet ?address\b|gatuadress/i,
  'person.zip_code': /\b(?:zip|postal) ?code\b|postnummer|postnumret/i,
  'person.city': /\bcity\b|\borten?\b/i,
  'customer.lead_id': /\btype ?id\b|\blead ?source|leadkälla/i,
}

/** Which fields Vitec's words name as what it refused, in the order of the form; none where it does not say. */
export function refusedFields(word: string): RefusedField[] {
  // Object.keys forgets which keys an object has; they are the object's own.
  const fields = Object.keys(names) as RefusedField[]
  return fields.filter((field) => names[field].test(word))
}
