import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { messages, requestLanguage } from '@/lib/i18n/get-translations'
import { exportLeads } from '@/lib/leads/export-leads'
import { requireExport } from '@/lib/leads/export-rule'
import { leadFilterSchema } from '@/lib/leads/log-filter'

/** What the log is narrowed to, as a file: for administrators, and for staff where one of them has said so. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'write', body: leadFilterSchema, audit: 'lead.export' },
  async ({ body, identity, requestId, requester }) => {
    const { exportRule, leads } = server()
    await requireExport(identity, exportRule)
    const { leads: words } = messages[await requestLanguage()]
    return exportLeads(leads, body, { ...words, columns: words.export.columns }, { requestId, requester })
  },
)
