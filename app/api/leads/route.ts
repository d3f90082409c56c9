import { route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import type { LeadListAnswer } from '@/lib/leads/lead-answer'
import { readOwnLeadsQuery, writeOwnCursor } from '@/lib/leads/own-leads'
import { listedLeadAnswer } from '@/lib/leads/write-lead-answer'

/** What its caller has handed in, be it a key, a person or anybody in the open sandbox. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  async ({ request, identity }): Promise<LeadListAnswer> => {
    const query = readOwnLeadsQuery(new URL(request.url).searchParams)
    const { leads, next } = await server().leads.ownLeads(actorOf(identity), query)
    return {
      leads: leads.map(listedLeadAnswer),
      next_cursor: next && writeOwnCursor(next),
      has_more: next !== null,
    }
  },
)
