import { sendAgainRequestSchema } from '@/lib/deliveries/delivery'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const { delivery } = server()
  const leadId = rowId(params.leadId)
  const { attempts } = parseInput(sendAgainRequestSchema, (await readJson(request)).value)
  await delivery.act(leadId, 'send_again', requesterOf(request, identity), attempts)
  return Response.json(await delivery.attemptNow(leadId, { wait: true }))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
