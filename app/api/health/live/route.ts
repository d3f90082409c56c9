import { route } from '@/lib/api/route'
import { liveAnswer } from '@/lib/version'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'public' },
  () => liveAnswer,
)
