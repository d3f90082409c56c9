import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Requester } from '@/lib/audit/audit-event'
import { actorOf, can, type Identity } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { type LeadFilter, leadFilterSchema } from '@/lib/leads/log-filter'
import { createVault } from '@/lib/vault/vault'
import { isLinkToken, type NewView, type SavedView, type ViewChange, type ViewList } from './view'

/** How somebody stands to views: an actor's id, and whether they may change those that others share. */
export type Viewer = { actor: string; mayManage: boolean }

/** What views need of the database. A view that a viewer may not open or change is not there for them. */
export type ViewStore = {
  list(viewer: Viewer): Promise<ViewList>
  find(viewer: Viewer, id: string): Promise<SavedView | null>
  /** Recorded where it is shared, as each of these acts is. @throws {AppError} `too_many` */
  add(viewer: Viewer, view: NewView, requester: Requester): Promise<string>
  /** @throws {AppError} `not_found` */
  change(viewer: Viewer, id: string, change: ViewChange, requester: Requester): Promise<void>
  /** @throws {AppError} `not_found` */
  remove(viewer: Viewer, id: string, requester: Requester): Promise<void>
  /** @throws {AppError} `not_found` */
  startWith(viewer: Viewer, id: string | null): Promise<void>
  addLink(actor: string, link: { tokenHash: Uint8Array<ArrayBuffer>; sealed: string }): Promise<void>
  /** What a link holds, while its time lasts by the database's clock. */
  findLink(tokenHash: Uint8Array<ArrayBuffer>): Promise<string | null>
}

/** Saved views and links to a filter, as the rest of the application uses them. */
export function createViews(store: ViewStore) {
  const found = async (viewer: Viewer, id: string): Promise<SavedView> => {
    const view = await store.find(viewer, id)
    if (!view) throw new AppError('not_found', 'There is no such view.')
    return view
  }
  return {
    list: (identity: Identity): Promise<ViewList> => store.list(viewerOf(identity)),
    /** `null` where there is none that they may open. */
    find: (identity: Identity, id: string): Promise<SavedView | null> => store.find(viewerOf(identity), id),
    /** @throws {AppError} `too_many`, `forbidden` for one who only looks and would share */
    async add(identity: Identity, view: NewView, requester: Requester): Promise<SavedView> {
      if (view.shared) requireSharing(identity)
      return found(viewerOf(identity), await store.add(viewerOf(identity), view, requester))
    },
    /** @throws {AppError} `not_found`, `forbidden` */
    async change(
      identity: Identity,
      id: string,
      change: ViewChange,
      requester: Requester,
    ): Promise<SavedView> {
      if (change.shared) requireSharing(identity)
      await store.change(viewerOf(identity), id, change, requester)
      return found(viewerOf(identity), id)
    },
    /** @throws {AppError} `not_found` */
    remove: (identity: Identity, id: string, requester: Requester): Promise<void> =>
      store.remove(viewerOf(identity), id, requester),
    /** @throws {AppError} `not_found` */
    startWith: (identity: Identity, id: string | null): Promise<void> =>
      store.startWith(viewerOf(identity), id),
    /** A link for a day to a filter and its words. What is kept of it can be read by whoever has the link, and nobody else. */
    async makeLink(identity: Identity, filter: LeadFilter): Promise<{ token: string }> {
      const token = randomBytes(32).toString('base64url')
      const { tokenHash, vault, owner } = lockOf(token)
      await store.addLink(actorOf(identity), {
        tokenHash,
        sealed: vault.seal(JSON.stringify(filter), owner),
      })
      return { token }
    },
    /** What a link leads to; `null` where its time is over, or it never was one. */
    async openLink(token: string): Promise<LeadFilter | null> {
      if (!isLinkToken(token)) return null
      const { tokenHash, vault, owner } = lockOf(token)
      const sealed = await store.findLink(tokenHash)
      const opened = sealed === null ? null : vault.open(sealed, owner)
      if (!opened?.ok) return null
      return leadFilterSchema.safeParse(JSON.parse(opened.text)).data ?? null
    },
  }
}

const viewerOf = (identity: Identity): Viewer => ({
  actor: actorOf(identity),
  mayManage: can(identity, 'administer'),
})

function requireSharing(identity: Identity): void {
  if (!can(identity, 'write')) throw new AppError('forbidden', 'Who only looks shares no views.')
}

/** What a link's text is looked up by, and what its content is sealed with: the text itself is kept nowhere. */
function lockOf(token: string) {
  const hash = createHash('sha256').update(token).digest()
  const key = Buffer.from(hkdfSync('sha256', token, '', 'what a link leads to', 32)).toString('base64')
  return {
    tokenHash: new Uint8Array(hash),
    vault: createVault([{ id: 'link', key }]),
    owner: `view-link:${hash.toString('hex')}`,
  }
}
