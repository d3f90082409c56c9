import type { Lead } from '@/lib/leads/lead'

/** Where a property is, in one line: `Storgatan 12, 114 22 Stockholm`. */
export function placeLine({ address, zipCode, city }: Pick<Lead, 'address' | 'zipCode' | 'city'>): string {
  const zip = zipCode?.replace(/^(\d{3})(\d{2})$/, '$1 $2')
  const town = [zip, city].filter(Boolean).join(' ')
  return town === '' ? address : `${address}, ${town}`
}
