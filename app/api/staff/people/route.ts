import { route } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-with-cookies'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'administer' }, () =>
  peopleOf(server()).list(),
)
