import { asReceived, route } from '@/lib/api/route'
import { server } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'

/** A receiver to try webhooks with, in the open sandbox. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    method: 'POST',
    need: 'public',
    isThere: () => {
      if (!server().sandboxReceiver) throw new AppError('not_found', 'There is no receiver here.')
    },
    body: asReceived,
    audit: null,
  },
  ({ request, body }) => {
    server().sandboxReceiver?.take(request.headers, new TextDecoder().decode(body.bytes))
  },
)
