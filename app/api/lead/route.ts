import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/identity'
import { server } from '@/lib/composition/server'
import { requireCustomer } from '@/lib/customers/allowed-customer'
import { keptAnswer, leadAnswer } from '@/lib/leads/answer-lead'
import { misnamedFields } from '@/lib/leads/unknown-fields'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { answerKeyed, type WriteAnswer } from '@/lib/server/answer-keyed'
import { takeLead } from '@/lib/server/take-lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('intake', async (request, { requestId, identity, patience }) => {
  const services = server()
  const actor = actorOf(identity)
  const { bytes, value } = await readJson(request)
  const wait = !/\brespond-async\b/i.test(request.headers.get('prefer') ?? '')
  const write: WriteAnswer = (state, warnings) => leadAnswer(state, warnings, requestId)
  const keyed = { request, value, caller: actor, write }
  const { answer, replayed } = await patience.with((onStored) =>
    answerKeyed(services, keyed, async (idempotency) => {
      const lead = parseInput(leadRequestSchema(stockholmDate(new Date())), value, misnamedFields)
      requireCustomer(identity, lead.vitecCustomerId)
      const taken = await takeLead(
        services,
        { lead, bytes, value, channel: 'api', idempotency, actor, requester: null },
        { wait, onStored },
      )
      return taken && write(taken.state, taken.warnings)
    }),
  )
  return keptAnswer(answer, replayed)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
