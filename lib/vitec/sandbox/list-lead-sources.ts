import { magicAnswer } from './magic-customers'
import { requireCredentials } from './require-credentials'

type LeadSource = { id: string; name: string }

/** One more for each customer than a fresh sandbox is seeded with, so that a refresh has something to find. */
const known: Readonly<Record<string, LeadSource[]>> = {
  ABC123: [
    { id: 'LEAD456', name: 'Real AI Valuation Leads' },
    { id: 'LEAD457', name: 'Real AI Kontaktformulär' },
  ],
  M30011: [
    { id: 'LEAD789', name: 'Värdering på webben' },
    { id: 'LEAD790', name: 'Visningsanmälan' },
  ],
}

const others: LeadSource[] = [
  { id: 'LEAD100', name: 'Värdering på webben' },
  { id: 'LEAD101', name: 'Kontaktformulär' },
]

/** The stand-in's list of a customer's lead sources. Magic customer ids answer here as they do for leads. */
export function listLeadSources(request: Request, customerId: string, password?: string): Response {
  return (
    requireCredentials(request, password) ??
    magicAnswer(customerId) ??
    Response.json(known[customerId] ?? others)
  )
}
