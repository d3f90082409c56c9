import { server } from '@/lib/composition/services'
import { listLeadSources } from '@/lib/vitec/sandbox/list-lead-sources'

type Context = { params: Promise<{ customerId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { sandboxStore, sandboxPassword } = server()
  if (!sandboxStore) return new Response(null, { status: 404 })
  const { customerId } = await params
  return listLeadSources(request, customerId, sandboxPassword)
}
