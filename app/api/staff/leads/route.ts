import { asReceived, route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { submittedResponse } from '@/lib/leads/write-lead-answer'

/** A lead from the form, with the text that was shown. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', body: asReceived, audit: 'lead.create' },
  async ({ request, body, identity, requester, requestId, patience }) => {
    const key = request.headers.get('idempotency-key')
    const submission = { channel: 'form', body, identity, key, wait: true, requestId, requester } as const
    return submittedResponse(await patience.with((onStored) => server().submitLead(submission, onStored)))
  },
)
