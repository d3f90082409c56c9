import { route } from '@/lib/http/route'

export const GET = route('public', async () =>
  Response.json({ status: 'OK', message: 'The process answers.' }),
)
