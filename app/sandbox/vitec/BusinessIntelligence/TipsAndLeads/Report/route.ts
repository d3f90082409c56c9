import { server } from '@/lib/composition/services'
import { reportTipsAndLeads } from '@/lib/vitec/sandbox/report-tips-and-leads'

export async function GET(request: Request): Promise<Response> {
  const { sandboxStore, sandboxPassword } = server()
  if (!sandboxStore) return new Response(null, { status: 404 })
  return reportTipsAndLeads(request, { store: sandboxStore, password: sandboxPassword })
}
