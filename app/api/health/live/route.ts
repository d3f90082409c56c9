import { route } from '@/lib/api/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ method: 'GET', need: 'public' }, () => ({
  status: 'OK',
  message: 'The process answers.',
}))
