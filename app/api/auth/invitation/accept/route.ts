import { route } from '@/lib/api/route'
import { takeInvitation } from '@/lib/auth/sign-in'
import { people, server } from '@/lib/composition/services'
import { acceptanceSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'public', isThere: people, body: acceptanceSchema, audit: 'person.accept' },
  (asked) => takeInvitation(server(), asked),
)
