import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { actorOf } from '@/lib/auth/identity'
import { server } from '@/lib/composition/server'
import { AppError } from '@/lib/errors'
import { keptAnswer } from '@/lib/leads/answer-lead'
import type { Lead } from '@/lib/leads/lead'
import { datedLead } from '@/lib/leads/receive-lead'
import { leadRequestSchema, sentFormSchema } from '@/lib/leads/wire-lead'
import { answerKeyed, type WriteAnswer } from '@/lib/server/answer-keyed'
import { takeLead } from '@/lib/server/take-lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { parseInput } from '@/lib/validation/parse-input'

const write: WriteAnswer = (state) => ({ httpStatus: 200, body: JSON.stringify(state) })

/** A lead from the form, with the text that was shown: what was previewed is what is sent, or nothing is. */
export const POST = route('write', async (request, { identity, patience }) => {
  const services = server()
  const actor = actorOf(identity)
  const requester = requesterOf(request, identity)
  const { value } = await readJson(request)
  const keyed = { request, value, caller: actor, write }
  const { answer, replayed } = await patience.with((onStored) =>
    answerKeyed(services, keyed, async (idempotency) => {
      const sent = parseInput(sentFormSchema, value)
      const lead = asShown(parseInput(leadRequestSchema(stockholmDate(new Date())), sent.lead), sent.message)
      const bytes = new TextEncoder().encode(JSON.stringify(sent.lead))
      const received = {
        lead,
        bytes,
        value: sent.lead,
        channel: 'form',
        idempotency,
        actor,
        requester,
      } as const
      const taken = await takeLead(services, received, { wait: true, onStored })
      return taken && write(taken.state, taken.warnings)
    }),
  )
  return keptAnswer(answer, replayed)
})

/** The lead with the date of the message that was shown. @throws {AppError} `message_changed` with the new text. */
function asShown(lead: Lead, message: string): Lead {
  const dated = datedLead(lead, new Date())
  if (dated.message === message) return dated.lead
  const details = { leadMessage: dated.message }
  throw new AppError('message_changed', 'The message is not the one that was shown.', details)
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
