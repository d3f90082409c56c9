import { route } from '@/lib/api/route'
import { confirmSecondFactor } from '@/lib/auth/own-account'
import { people, server } from '@/lib/composition/services'
import { appCodeSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', isThere: people, body: appCodeSchema, audit: 'person.add-second-factor' },
  (asked) => confirmSecondFactor(server(), asked),
)
