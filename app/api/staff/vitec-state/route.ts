import { route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'read' }, () =>
  server().delivery.vitecState(),
)
