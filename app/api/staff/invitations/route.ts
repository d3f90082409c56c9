import { route } from '@/lib/api/route'
import { people } from '@/lib/composition/services'
import { invitationSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    isThere: people,
    body: invitationSchema,
    audit: 'person.invite',
    status: 201,
  },
  ({ body, requester }) => people().invite(body, requester),
)
