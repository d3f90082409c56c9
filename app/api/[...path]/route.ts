import { handler } from '@/lib/api/handler'
import { AppError } from '@/lib/errors'

export const GET = handler('public', async () => {
  throw new AppError('not_found', 'There is nothing at this address.')
})
export const POST = GET
export const PUT = GET
export const PATCH = GET
export const DELETE = GET
