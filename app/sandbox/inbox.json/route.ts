import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { AppError } from '@/lib/errors'

/** More than anybody tries by hand, and few enough to be one answer. */
const limit = 10_000

export const GET = route('read', async () => {
  const { sandboxStore } = server()
  if (!sandboxStore) throw new AppError('not_found', 'There is no sandbox in live mode.')
  return Response.json(await sandboxStore.list(limit))
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
