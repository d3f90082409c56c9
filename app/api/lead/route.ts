import { asReceived, route } from '@/lib/api/route'
import { isTester } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { submittedResponse } from '@/lib/leads/write-lead-answer'

/** A lead from another system: its record says who sent it, and no event does. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    ...{ method: 'POST', need: 'intake', body: asReceived, audit: null },
    // What a test key was refused its posting pack shows; nobody waits for it to be kept.
    onAnswer: (identity, answer) => {
      if (identity && isTester(identity)) void globalThis.leadApi?.postingPacks.note(identity.id, answer)
    },
  },
  async ({ request, body, identity, requestId, patience }) => {
    const key = request.headers.get('idempotency-key')
    const wait = !/\brespond-async\b/i.test(request.headers.get('prefer') ?? '')
    const submission = { channel: 'api', body, identity, key, wait, requestId, requester: null } as const
    return submittedResponse(await patience.with((onStored) => server().submitLead(submission, onStored)))
  },
)
