import type { LeadDraft } from './lead-draft'

/** Whether the home is owned through a housing association: said so, or a flat of which nothing is said. */
export function isTenantOwnership({ occupantType, propertySubType }: LeadDraft): boolean {
  return occupantType === null ? propertySubType === 'Apartment' : occupantType === 'TenantOwnership'
}
