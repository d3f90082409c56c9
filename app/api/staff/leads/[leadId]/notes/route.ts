import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'
import { newNoteSchema } from '@/lib/leads/lead-history'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', params: { leadId: rowId }, body: newNoteSchema, audit: 'lead.note' },
  async ({ params, body, requester }) => {
    if (await server().leadNotes.add(params.leadId, body.text, requester)) return
    throw new AppError(
      'not_allowed',
      'There is no such lead, its person is gone, or it has all the notes it may.',
    )
  },
)
