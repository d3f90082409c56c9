import { unknownCaller } from '@/lib/api/caller'
import { route } from '@/lib/api/route'
import { presentedSecret } from '@/lib/api-keys/api-key-secret'
import { openSandboxAnswer, ownKeyAnswer } from '@/lib/api-keys/own-key'
import { server } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'

/** How a key stands. Of people the pages tell more. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  { method: 'GET', need: 'intake' },
  async ({ request, identity }) => {
    if (identity.kind === 'open') return openSandboxAnswer
    if (identity.kind === 'person') throw new AppError('forbidden', 'This address is for API keys.')
    const { apiKeys, limits } = server()
    const key = await apiKeys.own(presentedSecret(request.headers) ?? '')
    // It ended between two looks at it.
    if (!key) throw await unknownCaller(request.headers)
    return ownKeyAnswer(key, await limits.ofKey(key))
  },
)
