import { afterEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { freeDisk } from '@/lib/system/store/create-system-store'
import { createMetrics } from './expose-metrics'
import type { DatabaseFigures } from './figures'

const token = 'Kq4vX0bW7tLr9sZc2mYh5nDe8jPa3fUg'
const figures: DatabaseFigures = {
  leads: [{ status: 'delivered', channel: 'api', count: 7 }],
  attempts: [{ outcome: 'delivered', count: 8 }],
  waiting: { count: 2, oldestAgeS: 90 },
  pausedCustomers: 1,
  breakers: { customer: 0, vitec: 1 },
  placesInUse: 3,
  sendingHeld: 0,
  databaseBytes: 1_000,
  retention: { state: 'ended', endedAt: 1 },
  backup: { verifiedAt: null, failedAt: null },
  alerts: [{ kind: 'disk_low', count: 1 }],
  runs: [{ name: 'run-retention', endedAt: 5, failedAt: null }],
}
const pool = { totalCount: 4, idleCount: 3, waitingCount: 0 }
const own = { pool, freeDisk: () => freeDisk('/'), version: '1.2.3', places: 5 }
const open = { access: 'open', METRICS_TOKEN: undefined } as const
const known = async () => figures
const bearer = (text: string) => new Headers({ Authorization: text })

const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined)
afterEach(() => warn.mockClear())

it.each([
  ['the token', `Bearer ${token}`, true],
  ['the token after a scheme in small letters', `bearer ${token}`, true],
  ['another token', `Bearer ${token.toLowerCase()}`, false],
  ['a part of it', `Bearer ${token.slice(0, -1)}`, false],
  ['more than it', `Bearer ${token}x`, false],
  ['it in another scheme', `Basic ${token}`, false],
  ['it alone', token, false],
  ['nothing', '', false],
  ['a megabyte', `Bearer ${'x'.repeat(1_000_000)}`, false],
])('with a token set, %s lets in: %s', async (_, header, letsIn) => {
  const metrics = createMetrics({
    ...own,
    settings: { access: 'open', METRICS_TOKEN: token },
    readFigures: known,
  })
  const scraped = metrics.scrape(bearer(header))
  if (letsIn) expect((await scraped).body).toContain('lead_api_leads_waiting 2')
  else await expect(scraped).rejects.toMatchObject({ code: 'unauthenticated' })
})

it('without a token shows nothing where callers have to say who they are, and says what to set', async () => {
  const metrics = createMetrics({
    ...own,
    settings: { access: 'closed', METRICS_TOKEN: undefined },
    readFigures: known,
  })
  await expect(metrics.scrape(bearer('Bearer x'))).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('METRICS_TOKEN'),
  })
})

it('asks the database once for fifty scrapes at once', async () => {
  const readFigures = vi.fn(known)
  const metrics = createMetrics({ ...own, settings: open, readFigures })
  const all = await Promise.all(Array.from({ length: 50 }, () => metrics.scrape(new Headers())))
  expect(readFigures).toHaveBeenCalledTimes(1)
  expect(all.every(({ body }) => body.includes('lead_api_database_up 1'))).toBe(true)
})

it.each([
  ['fails', () => Promise.reject(Object.assign(new Error('erik'), { code: '53100' })), '53100'],
  ['hangs', () => new Promise<never>(() => undefined), 'KEPT_WAITING'],
])(
  'answers with what it has when the database %s, and shows no old figures',
  async (_, readFigures, code) => {
    const metrics = createMetrics({ ...own, settings: open, readFigures, waitMs: 20 })
    const { body, contentType } = await metrics.scrape(new Headers())
    expect(body).toContain('lead_api_database_up 0')
    expect(body).toContain('lead_api_build_info{version="1.2.3"')
    expect(body).toContain('lead_api_database_pool_connections{state="idle"} 3')
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(body).toMatch(/^lead_api_disk_free_bytes \d+/m)
    expect(body).not.toMatch(/lead_api_(leads|attempts_total|alerts_open|customers_paused)/)
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(warn.mock.calls[0]?.[0]).toMatchObject({ cause_code: code })
  },
)

it('shows a series for everything there could be, because an alert cannot see what is not there yet', async () => {
  const { body } = await createMetrics({ ...own, settings: open, readFigures: known }).scrape(new Headers())
  expect(body).toContain('lead_api_attempts_total{outcome="unknown"} 0')
  expect(body).toContain('lead_api_leads{status="failed",channel="form"} 0')
  expect(body).toContain('lead_api_leads{status="delivered",channel="api"} 7')
  expect(body).toContain('# TYPE lead_api_backup_last_verified_timestamp_seconds gauge')
  expect(body).not.toMatch(/^lead_api_backup_last_verified_timestamp_seconds /m)
})
