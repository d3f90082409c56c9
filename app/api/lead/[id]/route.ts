import { others, route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/identity'
import { server } from '@/lib/composition/server'
import { AppError } from '@/lib/errors'
import { leadStatusAnswer } from '@/lib/leads/answer-lead'

export const GET = route<{ id: string }>('intake', async (_request, { params, identity }) => {
  const sentBy = identity.kind === 'key' ? actorOf(identity) : undefined
  const record = await server().leads.record(params.id, sentBy)
  if (!record) throw new AppError('not_found', 'There is no such lead.')
  return leadStatusAnswer(record)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
