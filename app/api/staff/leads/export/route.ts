import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { messages, requestLanguage } from '@/lib/i18n/get-translations'
import { exportLeads } from '@/lib/leads/export-leads'
import { leadFilterSchema } from '@/lib/leads/lead-view'

/** What the log is narrowed to, as a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'POST', need: 'administer', body: leadFilterSchema, audit: 'lead.export' },
  async ({ body, requestId, requester }) => {
    const { leads: words } = messages[await requestLanguage()]
    return exportLeads(
      server().leads,
      body,
      { ...words, columns: words.export.columns },
      { requestId, requester },
    )
  },
)
