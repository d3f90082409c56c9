import { randomBytes } from 'node:crypto'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import type { Vault } from '@/lib/vault/vault'
import { addressFault, type Reach } from './receiver-address'
import type { MadeWebhook, Webhook } from './webhook'
import type { WebhookInput } from './webhook-input'
import type { WebhookStore } from './webhook-store'

/** As Standard Webhooks writes it: 32 random bytes in base64. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`

/** More than there are keys. */
const mostWebhooks = 10_000

/** Seals with the first key what an older one sealed. Resolves to how many were; the secret before the last is left to end. */
export async function resealWebhooks(
  store: Pick<WebhookStore, 'sealed' | 'reseal'>,
  vault: Vault,
): Promise<number> {
  let resealed = 0
  for (const { actor, sealed } of await store.sealed(mostWebhooks)) {
    const opened = vault.open(sealed, actor)
    if (!opened.ok || vault.isCurrent(sealed)) continue
    if (await store.reseal(actor, sealed, vault.seal(opened.text, actor))) resealed += 1
  }
  return resealed
}

type Ports = { store: WebhookStore; vault: Vault; reach: Reach; wake: () => void }

/**
 * Webhooks of senders, as the rest of the application uses them. A sender is an actor's id: that of a key, or `open`.
 * `wake` has what is due told at once.
 */
export function createWebhooks({ store, vault, reach, wake }: Ports) {
  return {
    list: store.list,
    find: store.of,
    /** @throws {AppError} `not_found` */
    async of(actor: string): Promise<Webhook> {
      const found = await store.of(actor)
      if (!found) throw new AppError('not_found', 'There is no webhook.')
      return found
    },
    /**
     * Makes or changes it, and switches it on. Its secret is told where it is new, this once.
     * @throws {AppError} `invalid_fields` for an address where no receiver may be
     */
    async set(actor: string, input: WebhookInput, requester: Requester): Promise<Webhook | MadeWebhook> {
      const code = addressFault(input.url, reach)
      if (code) {
        const errors = [{ field: 'url', code, message: fieldErrorMessage(code, {}) }]
        throw new AppError('invalid_fields', '1 field is wrong; see errors.', { errors })
      }
      const secret = newSecret()
      const { webhook, isNew } = await store.set(actor, input, vault.seal(secret, actor), requester)
      wake()
      return isNew ? { ...webhook, secret } : webhook
    },
    /** Gives it a new secret; the one so far signs besides for a while. @throws {AppError} `not_found` */
    async rotate(actor: string, overlapHours: number, requester: Requester): Promise<MadeWebhook> {
      const secret = newSecret()
      const webhook = await store.rotate(actor, vault.seal(secret, actor), overlapHours, requester)
      return { ...webhook, secret }
    },
    switchOff: store.switchOff,
    remove: store.remove,
    /** Sends a test, at once. @throws {AppError} `not_found`, `not_allowed` where it is off */
    async test(actor: string, requester: Requester): Promise<{ id: string }> {
      const event = await store.addTest(actor, requester)
      wake()
      return event
    },
    /** Tells an event again. @throws {AppError} `not_found`, `not_allowed` where it is off */
    async resend(actor: string, eventId: string, requester: Requester): Promise<void> {
      await store.resend(actor, eventId, requester)
      wake()
    },
    events: store.events,
  }
}
