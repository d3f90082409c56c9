import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'DELETE', need: 'write', params: { leadId: rowId, noteId: rowId }, audit: 'lead.note' },
  async ({ params, requester }) => {
    if (await server().leadNotes.remove(params.leadId, params.noteId, requester)) return
    throw new AppError('not_found', 'There is no such note, or another person wrote it.')
  },
)
