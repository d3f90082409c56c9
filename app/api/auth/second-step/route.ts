import { route } from '@/lib/api/route'
import { takeSecondStep } from '@/lib/auth/sign-in'
import { people, server } from '@/lib/composition/services'
import { secondStepSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'public', isThere: people, body: secondStepSchema, audit: 'person.sign-in' },
  (asked) => takeSecondStep(server(), asked),
)
