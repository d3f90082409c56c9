import { route } from '@/lib/api/route'
import { beginSecondFactor } from '@/lib/auth/own-account'
import { people, server } from '@/lib/composition/services'
import { passwordSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', isThere: people, body: passwordSchema, audit: null },
  (asked) => beginSecondFactor(server(), asked),
)
