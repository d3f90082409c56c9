import { z } from 'zod'
import type { LimitState } from '@/lib/rate-limits/rate-limit'
import { apiKeyModes } from './api-key'
import type { UsableKey } from './api-key-store'

const limitSchema = z.object({
  per_minute: z.int().meta({ description: 'How many requests there may be in a minute.' }),
  remaining: z.int().meta({ description: 'How many of them are left now.' }),
})

/** How a caller of the API stands. Times are ISO 8601 in UTC. */
export const ownKeyAnswerSchema = z
  .object({
    name: z.string().meta({ description: 'What those who made the key call it.' }),
    mode: z.enum(apiKeyModes).meta({
      description:
        'live: what the key sends goes to Vitec, if this service is a live one. test: none of it does, and it is removed after 30 days; so it is in the open sandbox too, where nothing is removed.',
    }),
    customers: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The `customer_id`s that it may send leads for; null: every one.' }),
    limits: z
      .object({
        sends: limitSchema.meta({ description: 'POST; the limit `key` in the headers.' }),
        polls: limitSchema.meta({ description: 'GET; the limit `polls` in the headers.' }),
      })
      .nullable()
      .meta({ description: 'null: none, as in the open sandbox.' }),
    expires_at: z.iso.datetime().nullable().meta({ description: 'null: it does not expire.' }),
    secret_works_until: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Of a secret that another one has replaced: use that one from then on.' }),
  })
  .meta({ id: 'OwnKey' })
export type OwnKeyAnswer = z.infer<typeof ownKeyAnswerSchema>

/** How a key stands, for who comes with it. */
export function ownKeyAnswer(
  { name, mode, customers, expiresAt, worksUntil }: UsableKey,
  { sends, polls }: Record<'sends' | 'polls', LimitState>,
): OwnKeyAnswer {
  const told = ({ limit, remaining }: LimitState) => ({ per_minute: limit.quota, remaining })
  return {
    name,
    mode,
    customers,
    limits: { sends: told(sends), polls: told(polls) },
    expires_at: expiresAt?.toISOString() ?? null,
    secret_works_until: worksUntil?.toISOString() ?? null,
  }
}

/** What the open sandbox tells of itself, which asks for no key. */
export const openSandboxAnswer: OwnKeyAnswer = {
  name: 'The open sandbox',
  mode: 'test',
  customers: null,
  limits: null,
  expires_at: null,
  secret_works_until: null,
}
