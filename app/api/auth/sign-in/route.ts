import { route } from '@/lib/api/route'
import { signIn } from '@/lib/auth/sign-in'
import { people, server } from '@/lib/composition/services'
import { signInSchema } from '@/lib/people/person-input'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'public', isThere: people, body: signInSchema, audit: 'person.sign-in' },
  (asked) => signIn(server(), asked),
)
