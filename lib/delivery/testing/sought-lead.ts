import type { DoubtWindow, SoughtLead } from '@/lib/deliveries/look-up/doubt'
import type { IncomingLead } from '@/lib/deliveries/look-up/look-up-store'

/** A lead in doubt, sent at noon. */
export const soughtLead: SoughtLead = {
  vitecSourceId: 'LEAD456',
  leadSourceName: 'Värdering på webben',
  firstName: 'Åsa',
  lastName: 'von Öhman',
  email: 'asa.ohman@example.com',
  phone: '+46701234567',
  message: 'Åsa von Öhman fick en värdering på 5 500 000 kr.',
  hasTwin: false,
}

export const noon = new Date('2026-03-01T12:00:00Z')
export const aroundNoon: DoubtWindow[] = [
  { from: new Date('2026-03-01T11:50:00Z'), to: new Date('2026-03-01T12:10:30Z') },
]

/** The same lead as a talkative Vitec reports it, with some of it changed. */
export function reportedLead(changes: Partial<IncomingLead> = {}): IncomingLead {
  return {
    vitecLeadId: 'CMLEAD1',
    leadSource: { id: 'LEAD456', name: null },
    times: [noon],
    message: soughtLead.message,
    name: 'Åsa von Öhman',
    emails: ['asa.ohman@example.com'],
    phones: ['+46701234567'],
    ...changes,
  }
}
