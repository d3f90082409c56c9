import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { leadRequestSchema } from '@/lib/lead/lead-request'
import { datedLead } from '@/lib/lead/receive-lead'
import { stockholmDate } from '@/lib/lead/stockholm-date'
import { server } from '@/lib/server'
import { takeLead } from '@/lib/server/take-lead'

const sentFormSchema = z.object({ lead: z.unknown(), message: z.string('not_text') }, 'not_object')

/** A lead from the form, with the text that was shown: what was previewed is what is sent, or nothing is. */
export const POST = route(async (request) => {
  const services = server()
  const now = new Date()
  const { value } = await readJson(request)
  const sent = parseInput(sentFormSchema, value)
  const lead = parseInput(leadRequestSchema(stockholmDate(now)), sent.lead)
  const dated = datedLead(lead, now)
  if (dated.message !== sent.message) {
    throw new AppError('message_changed', 'The message is not the one that was shown.', {
      leadMessage: dated.message,
    })
  }
  const bytes = new TextEncoder().encode(JSON.stringify(sent.lead))
  const received = { lead: dated.lead, bytes, value: sent.lead, channel: 'form' } as const
  const { state } = await takeLead(services, received, { wait: true })
  return Response.json(state)
})
