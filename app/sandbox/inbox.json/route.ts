import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'

/** More than is ever tried by hand, and few enough to be one answer. */
const limit = 10_000

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'read' }, () => {
  const { sandboxStore } = server()
  if (!sandboxStore) throw new AppError('not_found', 'There is no sandbox in live mode.')
  return sandboxStore.list(limit)
})
