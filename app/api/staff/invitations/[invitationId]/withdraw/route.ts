import { route, rowId } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-with-cookies'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', params: { invitationId: rowId }, audit: 'person.withdraw' },
  ({ params, requester }) => peopleOf(server()).withdraw(params.invitationId, requester),
)
