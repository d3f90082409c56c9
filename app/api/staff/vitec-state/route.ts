import type { VitecState } from '@/lib/delivery/vitec-state'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'

export const GET = route(async () => {
  const heldUntil = await server().delivery.heldUntil()
  const state: VitecState = { heldUntil: heldUntil?.toISOString() ?? null }
  return Response.json(state)
})
