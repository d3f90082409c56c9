import { z } from 'zod'
import { asReceived, route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { requireDraftOwner } from '@/lib/drafts/draft-owner'
import { submittedResponse } from '@/lib/leads/write-lead-answer'

const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/**
 * A lead from the form, with the text that was shown. `Draft-Revision` is of the draft that it was made of, which is no draft any
 * more then; a header, because the body says what the lead is, however often it is sent.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', body: asReceived, audit: ['lead.create', 'lead.replace'] },
  async ({ request, body, identity, requester, requestId, patience }) => {
    const key = request.headers.get('idempotency-key')
    const submission = { channel: 'form', body, identity, key, wait: true, requestId, requester } as const
    const { submitLead, drafts } = server()
    const submitted = await patience.with((onStored) => submitLead(submission, onStored))
    const draft = revision.safeParse(request.headers.get('draft-revision'))
    if (draft.success) await drafts.sent(requireDraftOwner(identity, request.headers).owner, draft.data)
    return submittedResponse(submitted)
  },
)
