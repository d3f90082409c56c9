import { route } from '@/lib/api/route'
import { removeSecondFactor } from '@/lib/auth/own-account'
import { people, server } from '@/lib/composition/services'
import { secondFactorRemovalSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'read',
    isThere: people,
    body: secondFactorRemovalSchema,
    audit: 'person.remove-second-factor',
  },
  (asked) => removeSecondFactor(server(), asked),
)
