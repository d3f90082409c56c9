import { actorOf, type Identity } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'

/** The sender whose webhook a caller has to do with: its own. @throws {AppError} `forbidden` for a person, who has none */
export function ownSender(identity: Identity): string {
  if (identity.kind === 'person')
    throw new AppError('forbidden', 'Webhooks are of API keys: come with one, or see the settings.')
  return actorOf(identity)
}

/** A key's sender by the key's id; `open` is everybody in the open sandbox. */
export const senderOf = (keyId: string): string => (keyId === 'open' ? 'open' : `key:${keyId}`)
