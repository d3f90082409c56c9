import type { PropertySubType } from './lead'

/** Every Swedish word of the message to the agent. `{field}` is where a value goes. */
export const messageWords = {
  opening: 'Du har fått ett lead från Real AI.',
  valuation: '{firstName} {lastName} fick en värdering på {valuation} kr den {date} av {dwelling}{with}.',
  withBoth: ' med {livingArea} m² boarea och {rooms} rum',
  withArea: ' med {livingArea} m² boarea',
  withRooms: ' med {rooms} rum',
  areas: 'Biarean är {secondaryArea} m² och tomtarean {lotSizeArea} m².',
  secondaryArea: 'Biarean är {secondaryArea} m².',
  lotSizeArea: 'Tomtarean är {lotSizeArea} m².',
  associationFee: 'Månadsavgiften är {fee} kr.',
  yearBuilt: 'Byggåret är {yearBuilt}.',
  qualification: 'Kvalificering: {text}',
  customField: 'Övrigt: {text}',
} as const

export const dwellings: Record<PropertySubType, string> = {
  Apartment: 'en lägenhet',
  SingleFamilyResidence: 'en villa',
  Townhouse: 'ett radhus',
  Terraced: 'ett kedjehus',
  Duplex: 'ett parhus',
}
