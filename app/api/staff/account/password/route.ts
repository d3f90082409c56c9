import { route } from '@/lib/api/route'
import { changePassword } from '@/lib/auth/own-account'
import { people, server } from '@/lib/composition/services'
import { passwordChangeSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'read',
    isThere: people,
    body: passwordChangeSchema,
    audit: 'person.change-password',
  },
  (asked) => changePassword(server(), asked),
)
