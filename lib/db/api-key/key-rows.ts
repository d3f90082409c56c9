import type { ApiKeyView } from '@/lib/api-key/api-key'
import type { Prisma } from '../generated/client'

export const keyColumns = {
  id: true,
  name: true,
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
export function toView({ allCustomers, ...columns }: Columns, now: Date): ApiKeyView {
  const { id, name, customers, perMinute, createdAt, expiresAt, lastUsedAt, revokedAt, secrets } = columns
  const state = stateOf(columns, now)
  const works = ({ worksUntil }: { worksUntil: Date | null }) =>
    state === 'active' && (worksUntil === null || worksUntil > now)
  return {
    id,
    name,
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
export function toCustomerColumns(customers: string[] | null) {
  return { allCustomers: customers === null, customers: customers ?? [] }
}
