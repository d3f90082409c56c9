import { route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import { requireRecord } from '@/lib/leads/lead-view'
import { leadStatusAnswer } from '@/lib/leads/write-lead-answer'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake', params: { id: String } },
  async ({ params, identity }) => {
    const sentBy = identity.kind === 'key' ? actorOf(identity) : undefined
    return leadStatusAnswer(await requireRecord(server().leads, params.id, sentBy))
  },
)
