import { route } from '@/lib/api/route'
import { signOut } from '@/lib/auth/sign-in'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'public', audit: 'person.sign-out' },
  ({ request }) => signOut(server(), request),
)
