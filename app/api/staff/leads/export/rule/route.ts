import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { exportRuleSchema } from '@/lib/leads/export-rule'

/** Whether staff may save leads as a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'PATCH',
    need: 'administer',
    body: exportRuleSchema,
    audit: ['lead-export.allow', 'lead-export.refuse'],
  },
  ({ body, requester }) => server().exportRule.set(body.staffMay, requester),
)
