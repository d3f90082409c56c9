import { route, serialId } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { retentionConfirmationSchema } from '@/lib/privacy/retention-run'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'administer',
    params: { runId: serialId },
    body: retentionConfirmationSchema,
    audit: 'privacy.confirm-retention',
  },
  ({ params, body, requester }) => server().retention.confirm(params.runId, body, requester),
)
