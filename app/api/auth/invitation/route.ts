import { route } from '@/lib/api/route'
import { openInvitation } from '@/lib/auth/sign-in'
import { people, server } from '@/lib/composition/services'
import { tokenSchema } from '@/lib/people/person-input'

/** A POST, because a token would else stand in an address, which is logged and kept. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'public', isThere: people, body: tokenSchema, audit: null },
  (asked) => openInvitation(server(), asked),
)
