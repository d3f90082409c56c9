import { actorNames } from '@/lib/audit/store/list-events'
import { recorded } from '@/lib/audit/store/record-event'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { swedishOrder } from '@/lib/i18n/language'
import { leadFilterSchema } from '@/lib/leads/log-filter'
import type { Viewer, ViewStore } from '../keep-views'
import type { SavedView } from '../view'

/** More names than anybody finds their way among. */
const mostViews = 50
/** Links of one actor that work at a time; the oldest makes way. */
const mostLinks = 50

/** {@link ViewStore} on PostgreSQL. */
export function createViewStore(prisma: PrismaClient): ViewStore {
  return {
    async list(viewer) {
      const [views, startViewId] = await Promise.all([readViews(prisma, viewer), startOf(prisma, viewer)])
      const isThere = views.some(({ id }) => id === startViewId)
      return { views, startViewId: isThere ? startViewId : null }
    },
    async find(viewer, id) {
      const [view] = await readViews(prisma, viewer, Prisma.sql`v.id = ${id}::uuid`)
      return view ?? null
    },
    add: ({ actor }, { name, shared, filter }, requester) =>
      prisma.$transaction(async (transaction) => {
        if ((await transaction.savedView.count({ where: { actor } })) >= mostViews)
          throw new AppError('too_many', `At most ${mostViews} views can be kept.`, { most: mostViews })
        const data = { actor, name, shared, filter }
        const { id } = await transaction.savedView.create({ data, select: { id: true } })
        if (shared) await recorded(transaction, requester, 'view.share', `view:${id}`)
        return id
      }),
    change: (viewer, id, change, requester) =>
      prisma.$transaction(async (transaction) => {
        const before = await lock(transaction, viewer, id)
        const { name = before.name, shared = before.shared } = change
        if (name === before.name && shared === before.shared) return
        await transaction.savedView.update({ where: { id }, data: { name, shared }, select: { id: true } })
        if (before.shared && !shared) await forgetStart(transaction, id, before.actor)
        if (!before.shared && !shared) return
        const verb = before.shared === shared ? 'view.change' : shared ? 'view.share' : 'view.unshare'
        await recorded(transaction, requester, verb, `view:${id}`)
      }),
    remove: (viewer, id, requester) =>
      prisma.$transaction(async (transaction) => {
        const { shared } = await lock(transaction, viewer, id)
        await transaction.savedView.delete({ where: { id }, select: { id: true } })
        await forgetStart(transaction, id)
        if (shared) await recorded(transaction, requester, 'view.remove', `view:${id}`)
      }),
    async startWith(viewer, id) {
      if (id !== null && (await readViews(prisma, viewer, Prisma.sql`v.id = ${id}::uuid`)).length === 0)
        throw missing()
      const { actor } = viewer
      await prisma.$executeRaw`
        INSERT INTO person_setting (actor, start_view_id) VALUES (${actor}, ${id}::uuid)
        ON CONFLICT (actor) DO UPDATE SET start_view_id = EXCLUDED.start_view_id`
    },
    addLink: (actor, { tokenHash, sealed }) =>
      prisma.$transaction(async (transaction) => {
        await transaction.viewLink.create({ data: { actor, tokenHash, sealed }, select: { tokenHash: true } })
        await transaction.$executeRaw`
          DELETE FROM view_link WHERE token_hash IN (
            SELECT token_hash FROM view_link WHERE actor = ${actor} ORDER BY created_at DESC OFFSET ${mostLinks})`
      }),
    async findLink(tokenHash) {
      const [found] = await prisma.$queryRaw<{ sealed: string }[]>`
        SELECT sealed FROM view_link WHERE token_hash = ${tokenHash} AND expires_at > clock_timestamp()`
      return found?.sealed ?? null
    },
  }
}

type Row = Omit<SavedView, 'filter'> & { filter: unknown }

/** The views that somebody may open: their own and those that are shared. */
async function readViews(
  prisma: PrismaClient,
  { actor }: Viewer,
  which = Prisma.sql`TRUE`,
): Promise<SavedView[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT v.id::text, v.name, v.shared, v.filter, v.actor = ${actor} AS "isOwn", named.name AS "byName"
    FROM saved_view v LEFT JOIN (${actorNames}) named ON named.actor = v.actor
    WHERE (v.shared OR v.actor = ${actor}) AND ${which}`
  return rows
    .map((row) => ({ ...row, filter: leadFilterSchema.omit({ search: true }).parse(row.filter) }))
    .toSorted((one, other) => swedishOrder(one.name, other.name) || swedishOrder(one.id, other.id))
}

async function startOf(prisma: PrismaClient, { actor }: Viewer): Promise<string | null> {
  const setting = await prisma.personSetting.findUnique({ where: { actor }, select: { startViewId: true } })
  return setting?.startViewId ?? null
}

/** A view that may be changed: one's own, or for an administrator one that is shared. */
async function lock(transaction: Prisma.TransactionClient, { actor, mayManage }: Viewer, id: string) {
  const [view] = await transaction.$queryRaw<{ actor: string; name: string; shared: boolean }[]>`
    SELECT actor, name, shared FROM saved_view
    WHERE id = ${id}::uuid AND (actor = ${actor} OR (shared AND ${mayManage})) FOR UPDATE`
  if (!view) throw missing()
  return view
}

/** The log of nobody begins with it any more, but for its owner's. */
function forgetStart(transaction: Prisma.TransactionClient, id: string, owner = ''): Promise<number> {
  return transaction.$executeRaw`
    UPDATE person_setting SET start_view_id = NULL WHERE start_view_id = ${id}::uuid AND actor <> ${owner}`
}

const missing = () => new AppError('not_found', 'There is no such view.')

/** What is kept of the views of somebody who is gone: those that others may open, with nobody's name. */
export async function forgetViewsOf(transaction: Prisma.TransactionClient, actor: string): Promise<void> {
  await transaction.savedView.deleteMany({ where: { actor, shared: false } })
  await transaction.viewLink.deleteMany({ where: { actor } })
  await transaction.personSetting.deleteMany({ where: { actor } })
}
