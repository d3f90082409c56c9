import { route } from '@/lib/api/route'
import { signOutEverywhere } from '@/lib/auth/own-account'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'read', audit: 'person.sign-out-everywhere' },
  (asked) => signOutEverywhere(server(), asked),
)
