import { route } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-with-cookies'
import { server } from '@/lib/composition/services'
import { invitationSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: invitationSchema, audit: 'person.invite', status: 201 },
  ({ body, requester }) => peopleOf(server()).invite(body, requester),
)
