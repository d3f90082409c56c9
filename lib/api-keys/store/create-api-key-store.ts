import type { ApiKeyView } from '@/lib/api-keys/api-key'
import type { ApiKeyStore, UsableKey } from '@/lib/api-keys/api-key-store'
import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { AppError } from '@/lib/errors'
import { isClockBelieved } from '@/lib/privacy/store/clock-watch'
import { rememberKeys } from './remember-keys'

type Transaction = Prisma.TransactionClient
type Found = Omit<UsableKey, 'customers'> & { allCustomers: boolean; customers: string[] }

/** One indexed read. Past Prisma, and prepared: every request of a system pays for it. */
const findText = `
  SELECT k.id::text, k.name, k.mode, k.expires_at AS "expiresAt", s.works_until AS "worksUntil",
    k.all_customers AS "allCustomers", k.customers, k.per_minute AS "perMinute", k.last_used_at AS "lastUsedAt",
    least(s.works_until, k.expires_at) AS "usableUntil"
  FROM api_key_secret s JOIN api_key k ON k.id = s.api_key_id
  WHERE s.hash = $1 AND (s.works_until IS NULL OR s.works_until > $2)
    AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2)`

/** {@link ApiKeyStore} on PostgreSQL, or on the embedded database, which is this process' own. */
export function createApiKeyStore(database: Pick<Database, 'kind' | 'prisma' | 'pool'>): ApiKeyStore {
  const store = createSharedStore(database)
  return database.kind === 'embedded' ? { ...store, ...rememberKeys(store) } : store
}

function createSharedStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): ApiKeyStore {
  const view = async (transaction: Transaction, id: string, now: Date) => {
    const found = await transaction.apiKey.findUnique({ where: { id }, select: keyColumns })
    if (!found) throw new AppError('not_found', 'There is no such key.')
    return toView(found, now)
  }
  /** Locks the key's row, so that a change and a revocation at once come one after the other. */
  const changeUsable = async (transaction: Transaction, id: string, data: Prisma.ApiKeyUpdateInput) => {
    const { count } = await transaction.apiKey.updateMany({ where: { id, revokedAt: null }, data })
    if (count === 0 && (await transaction.apiKey.count({ where: { id } })) > 0)
      throw new AppError('not_allowed', 'The key is revoked.')
  }

  return {
    list: (now) => keyViews(prisma, {}, now),
    add: ({ customers, ...key }, secret, requester) =>
      prisma.$transaction(async (transaction) => {
        const secrets = { create: { ...secret, createdAt: key.createdAt } }
        const data = { ...key, ...toCustomerColumns(customers), secrets }
        const made = await transaction.apiKey.create({ data, select: keyColumns })
        await recorded(transaction, requester, 'api-key.make', `api-key:${made.id}`)
        return toView(made, key.createdAt)
      }),
    change: (id, { customers, ...change }, now, requester) =>
      prisma.$transaction(async (transaction) => {
        await changeUsable(transaction, id, { revokedAt: null })
        const data = { ...change, ...toCustomerColumns(customers) }
        const { customers: list, ...plain } = data
        const isOther = { NOT: { ...plain, customers: { equals: list } } }
        const { count } = await transaction.apiKey.updateMany({ where: { id, ...isOther }, data })
        if (count > 0) await recorded(transaction, requester, 'api-key.change', `api-key:${id}`)
        return view(transaction, id, now)
      }),
    rotate: (id, secretFor, oldEnd, now, requester) =>
      prisma.$transaction(async (transaction) => {
        await changeUsable(transaction, id, { revokedAt: null })
        const { mode } = await view(transaction, id, now)
        const where = { apiKeyId: id, OR: [{ worksUntil: null }, { worksUntil: { gt: oldEnd } }] }
        await transaction.apiKeySecret.updateMany({ where, data: { worksUntil: oldEnd } })
        await transaction.$executeRaw`
          DELETE FROM api_key_secret
          WHERE api_key_id = ${id}::uuid AND works_until <= least(${now}, clock_timestamp()) AND ${isClockBelieved}`
        await transaction.apiKeySecret.create({ data: { ...secretFor(mode), apiKeyId: id, createdAt: now } })
        await recorded(transaction, requester, 'api-key.rotate', `api-key:${id}`)
        return view(transaction, id, now)
      }),
    revoke: (id, now, requester) =>
      prisma.$transaction(async (transaction) => {
        await changeUsable(transaction, id, { revokedAt: now })
        const revoked = await view(transaction, id, now)
        await recorded(transaction, requester, 'api-key.revoke', `api-key:${id}`)
        return revoked
      }),
    async find(hash, now) {
      const values = [Buffer.from(hash), now]
      const { rows } = await pool.query<Found>({ name: 'find-api-key', text: findText, values })
      const [found] = rows
      if (!found) return null
      const { allCustomers, customers, ...key } = found
      return { ...key, customers: allCustomers ? null : customers }
    },
    async refusal(hash, now) {
      const found = await prisma.apiKeySecret.findUnique({
        where: { hash },
        select: { apiKey: { select: { revokedAt: true, expiresAt: true } } },
      })
      if (!found) return 'unknown'
      const state = stateOf(found.apiKey, now)
      return state === 'active' ? 'replaced' : state
    },
    async used(id, now, notSince) {
      const where = { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: notSince } }] }
      await prisma.apiKey.updateMany({ where, data: { lastUsedAt: now } })
    },
  }
}

/** Keys as an administrator sees them at `now`, the newest first. */
export async function keyViews(
  { apiKey }: Pick<Transaction, 'apiKey'>,
  where: Prisma.ApiKeyWhereInput,
  now: Date,
): Promise<ApiKeyView[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]
  const keys = await apiKey.findMany({ where, select: keyColumns, orderBy })
  return keys.map((key) => toView(key, now))
}

const keyColumns = {
  id: true,
  name: true,
  mode: true,
  allCustomers: true,
  customers: true,
  perMinute: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  secrets: {
    select: { hint: true, worksUntil: true },
    orderBy: [{ worksUntil: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  },
} as const satisfies Prisma.ApiKeySelect

type Columns = Prisma.ApiKeyGetPayload<{ select: typeof keyColumns }>

/** A key's row and secrets as an administrator sees them at `now`. */
function toView({ allCustomers, ...columns }: Columns, now: Date): ApiKeyView {
  const { id, name, mode, customers, perMinute, createdAt, expiresAt, lastUsedAt, revokedAt, secrets } =
    columns
  const state = stateOf(columns, now)
  const works = ({ worksUntil }: { worksUntil: Date | null }) =>
    state === 'active' && (worksUntil === null || worksUntil > now)
  return {
    id,
    name,
    mode,
    customers: allCustomers ? null : customers,
    perMinute,
    state,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    secrets: secrets
      .filter(works)
      .map(({ hint, worksUntil }) => ({ hint, worksUntil: worksUntil?.toISOString() ?? null })),
  }
}

function stateOf({ expiresAt, revokedAt }: Pick<Columns, 'expiresAt' | 'revokedAt'>, now: Date) {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt <= now ? 'expired' : 'active'
}

/** Which customers, as columns. */
function toCustomerColumns(customers: string[] | null) {
  return { allCustomers: customers === null, customers: customers ?? [] }
}
