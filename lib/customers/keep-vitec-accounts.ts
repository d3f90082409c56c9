import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { createVault, type Vault, type VaultKey } from '@/lib/vault/vault'
import {
  type SealedAccount,
  type VitecAccount,
  type VitecAccountStore,
  vitecAccountSchema,
} from './vitec-account'

/** Customers' own accounts at Vitec: set, never shown, used. Without keys none can be set, and those set not be read. */
export function createVitecAccounts(store: VitecAccountStore, keys: VaultKey[]) {
  const [first, ...older] = keys
  const vault = first ? createVault([first, ...older]) : null
  const open = (account: SealedAccount): VitecAccount | 'unreadable' =>
    opened(vault, account)?.account ?? 'unreadable'
  return {
    canSet: vault !== null,
    /** @throws {AppError} `not_allowed` without a key to seal it with, `not_found` */
    async set(customerId: string, account: VitecAccount, requester: Requester): Promise<void> {
      if (!vault) throw new AppError('not_allowed', 'Set SECRETS_KEYS first: it is needed to keep passwords.')
      const sealed = vault.seal(JSON.stringify(account), customerId)
      await store.set({ customerId, sealed }, new Date(), requester)
    },
    remove: store.remove,
    /** Of the customer with this id in Vitec; `null` where it has none of its own. */
    async of(vitecCustomerId: string): Promise<VitecAccount | 'unreadable' | null> {
      const found = await store.find(vitecCustomerId)
      return found && open(found)
    },
    open,
    /** The names of the keys that accounts were sealed with and that are not there, or are others of that name. */
    async missingKeys(): Promise<string[]> {
      const closed = (await store.all()).filter((account) => !opened(vault, account))
      return [...new Set(closed.map(({ sealed }) => sealed.split('.')[1] ?? '?'))]
    },
  }
}

/**
 * Seals with the first key what an older one sealed. What is set meanwhile is sealed with the first anyway.
 * Resolves to how many were, and the customers whose account no key opens.
 */
export async function resealAccounts(
  store: VitecAccountStore,
  vault: Vault,
): Promise<{ resealed: number; current: number; unreadable: string[] }> {
  const result = { resealed: 0, current: 0, unreadable: [] as string[] }
  for (const account of await store.all()) {
    const { customerId, sealed } = account
    const content = vault.open(sealed, customerId)
    if (!content.ok) result.unreadable.push(customerId)
    else if (vault.isCurrent(sealed)) result.current += 1
    else if (await store.reseal(account, vault.seal(content.text, customerId))) result.resealed += 1
  }
  return result
}

function opened(vault: Vault | null, { customerId, sealed }: SealedAccount) {
  const content = vault?.open(sealed, customerId)
  if (!content?.ok) return null
  return { account: vitecAccountSchema.parse(JSON.parse(content.text)) }
}
