import { server } from '@/lib/composition/services'
import { createPersonLead } from '@/lib/vitec/sandbox/create-person-lead'

type Context = { params: Promise<{ customerId: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { sandboxStore, sandboxPassword } = server()
  if (!sandboxStore) return new Response(null, { status: 404 })
  const { customerId } = await params
  return createPersonLead(request, customerId, { store: sandboxStore, password: sandboxPassword })
}
