import { route, rowId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { sendAgainRequestSchema } from '@/lib/deliveries/delivery'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'write',
    params: { leadId: rowId },
    body: sendAgainRequestSchema,
    audit: 'lead.send-again',
  },
  async ({ params: { leadId }, body, requester }) => {
    const { delivery } = await server().deliveryOf(leadId)
    await delivery.act(leadId, 'send_again', requester, body.attempts)
    return delivery.attemptNow(leadId, { wait: true })
  },
)
