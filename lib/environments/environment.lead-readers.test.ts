import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/**
 * What reads or changes leads. `left out`: those of test keys, unless they are asked for. `by place`: leads of one place of
 * birth. `own`: one lead by its id, or a sender's own. `all`: whoever sent them, as they have persons, ids and times.
 */
const readers: Record<string, 'left out' | 'by place' | 'own' | 'all'> = {
  'alerts/store/find-conditions.ts': 'left out',
  'bulk-sends/store/begin-bulk-send.ts': 'left out',
  'bulk-sends/store/read-bulk-sends.ts': 'own',
  'customers/store/read-pauses.ts': 'by place',
  'db/conditions.ts': 'left out',
  'deliveries/store/create-delivery-store.ts': 'by place',
  'deliveries/store/create-look-up-store.ts': 'by place',
  'deliveries/store/move-lead.ts': 'own',
  'deliveries/store/take-turns.ts': 'own',
  'environments/store/assign-environments.ts': 'left out',
  'environments/store/read-past.ts': 'left out',
  'idempotency/store/create-idempotency-store.ts': 'own',
  'leads/store/filter-context.ts': 'all',
  'leads/store/find-similar.ts': 'by place',
  'leads/store/keep-notes.ts': 'own',
  'leads/store/lead-rows.ts': 'own',
  'leads/store/list-leads.ts': 'left out',
  'leads/store/list-own-leads.ts': 'own',
  'leads/store/make-searchable.ts': 'all',
  'leads/store/read-exported.ts': 'left out',
  'leads/store/read-history.ts': 'left out',
  'leads/store/read-news.ts': 'left out',
  'leads/store/read-record.ts': 'own',
  'leads/store/record-export.ts': 'left out',
  'leads/store/replace-lead.ts': 'own',
  'metrics/store/read-figures.ts': 'left out',
  'posting-packs/store/create-posting-pack-store.ts': 'own',
  'privacy/store/anonymise-leads.ts': 'all',
  'privacy/store/clock-watch.ts': 'all',
  'privacy/store/create-ledger-store.ts': 'all',
  'privacy/store/drafts-of-persons.ts': 'own',
  'privacy/store/erase.ts': 'all',
  'privacy/store/expire-leads.ts': 'left out',
  'privacy/store/expire-tests.ts': 'by place',
  'privacy/store/find-person.ts': 'all',
  'sending/store/list-waiting.ts': 'left out',
  'sending/store/take-step.ts': 'left out',
  'webhooks/store/claim-events.ts': 'own',
}

it('is thought of wherever leads are read: whoever adds a place says here what it does with them', () => {
  const reads = /\b(FROM|JOIN|UPDATE) lead\b|\b(prisma|transaction|tx)\.lead\b/
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('db/generated'),
  )
  const found = files.filter((file) => reads.test(readFileSync(`lib/${file}`, 'utf8')))
  expect(found.filter((file) => !(file in readers))).toEqual([])
})
