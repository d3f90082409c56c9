import { z } from 'zod'
import { asReceived, route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { requireDraftOwner } from '@/lib/drafts/draft-owner'
import { submittedResponse } from '@/lib/leads/write-lead-answer'

/**
 * A lead from the form, with the text that was shown. Until it is stored it is kept as unsent under its idempotency key
 * (app/api/staff/draft/[leadKey]).
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', body: asReceived, audit: ['lead.create', 'lead.replace'] },
  async ({ request, body, identity, requester, requestId, patience }) => {
    const key = request.headers.get('idempotency-key')
    const submission = { channel: 'form', body, identity, key, wait: true, requestId, requester } as const
    const { submitLead, drafts } = server()
    const submitted = await patience.with((onStored) => submitLead(submission, onStored))
    const kept = z.uuid().safeParse(key)
    if (kept.success) await drafts.sent(requireDraftOwner(identity, request.headers).owner, kept.data)
    return submittedResponse(submitted)
  },
)
