import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import type { Vault } from '@/lib/vault/vault'
import {
  type DraftContent,
  type DraftStore,
  draftContentSchema,
  type KeptDraft,
  type SaveDraftRequest,
  type SealedDraft,
  type UnsentLead,
  unsentActor,
} from './draft'

/** How long the answer to a lead waits until it is no longer kept as unsent, in ms. */
const dropBudget = 1_000

/** More than anybody sends while nothing gets through. */
const mostUnsent = 20

/** Half-filled forms, as the rest of the application uses them: sealed for their writer, and nobody else's to read. */
export function createDrafts(store: DraftStore, vault: Vault) {
  return {
    async read(actor: string): Promise<KeptDraft> {
      const [found, others] = await Promise.all([store.find(actor), store.unsentOf(actor)])
      const unsent = others.flatMap(({ isUnderWay, ...sealed }): UnsentLead[] => {
        const content = openDraft(vault, sealed)
        return content ? [{ ...content, key: sealed.actor.slice(actor.length + 1), isUnderWay }] : []
      })
      if (!found) return { revision: null, draft: null, unsent }
      const content = openDraft(vault, found)
      const draft = content && { ...content, savedAt: found.savedAt.toISOString() }
      return { revision: found.revision, draft, unsent }
    },
    /** @throws {AppError} `draft_changed` with the revision of the one that another page has kept since */
    async save(actor: string, { draft, seen, onItsWay }: SaveDraftRequest): Promise<{ revision: number }> {
      const sealed = draft ? vault.seal(JSON.stringify(draft), actor) : ''
      const revision = await store.save(actor, sealed, seen)
      if (revision !== null) return { revision }
      const other = await store.find(actor)
      const isOwn = onItsWay !== undefined && other && isSame(openDraft(vault, other), onItsWay)
      const later = isOwn ? await store.save(actor, sealed, other.revision) : null
      if (later !== null) return { revision: later }
      throw new AppError('draft_changed', 'Another page has kept another draft since.', {
        revision: other?.revision ?? null,
      })
    },
    /** Keeps a lead that is being sent until it is stored. @throws {AppError} `too_many` */
    async keepUnsent(actor: string, key: string, content: DraftContent): Promise<void> {
      const sealed = vault.seal(JSON.stringify(content), unsentActor(actor, key))
      if (await store.keepUnsent(actor, key, sealed, mostUnsent)) return
      throw new AppError('too_many', 'Too many leads are kept that were not sent.')
    },
    /** Its writer gives it up. */
    dropUnsent: (actor: string, key: string): Promise<void> => store.dropUnsent(actor, key),
    /** It is stored. What fails here is said, and is no matter of the lead: sent again with its key it is the same. */
    async sent(actor: string, key: string): Promise<void> {
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, dropBudget)
      })
      const dropping = store
        .dropUnsent(actor, key)
        .catch((error: unknown) => log.warn(loggable(error), 'a lead that was sent is still kept as unsent'))
      await Promise.race([dropping, over]).finally(() => clearTimeout(timer))
    },
  }
}

const isSame = (one: DraftContent | null, other: DraftContent | null) =>
  JSON.stringify(one) === JSON.stringify(other)

/** What a draft holds; `null` where it is empty, or no key opens it. */
export function openDraft(vault: Vault, { actor, sealed }: SealedDraft): DraftContent | null {
  if (sealed === '') return null
  const opened = vault.open(sealed, actor)
  return opened.ok ? (draftContentSchema.safeParse(JSON.parse(opened.text)).data ?? null) : null
}

/** More than a firm has people. */
const mostDrafts = 1_000

/** All drafts that can be opened. */
export async function openDrafts(
  store: Pick<DraftStore, 'all'>,
  vault: Vault,
): Promise<(SealedDraft & { content: DraftContent })[]> {
  const drafts = await store.all(mostDrafts)
  return drafts.flatMap((draft) => {
    const content = openDraft(vault, draft)
    return content ? [{ ...draft, content }] : []
  })
}

/** Seals with the first key what an older one sealed; what no key opens is gone within a day. Resolves to how many were. */
export async function resealDrafts(store: DraftStore, vault: Vault): Promise<number> {
  let resealed = 0
  for (const draft of await store.all(mostDrafts)) {
    const opened = vault.open(draft.sealed, draft.actor)
    if (!opened.ok || vault.isCurrent(draft.sealed)) continue
    if (await store.reseal(draft, vault.seal(opened.text, draft.actor))) resealed += 1
  }
  return resealed
}
