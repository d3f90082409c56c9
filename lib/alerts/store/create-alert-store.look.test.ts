import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { begun, createAlertWorld } from '@/test/support/alerts/alert-world'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'

describe.each(testDatabases)('alerts on $kind', ({ create }) => {
  let database: Database
  let world: ReturnType<typeof createAlertWorld>
  beforeAll(async () => {
    database = await create()
    world = createAlertWorld(database)
  })
  afterAll(() => database.close())
  beforeEach(() => world.clear())

  const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values)
  const lead = async (minutes: number, status = 'pending', customerId = 'ABC123') => {
    const id = await storeLead(database, { at: world.at(minutes), customerId })
    await sql(`UPDATE lead SET status = $2::lead_status, next_attempt_at = NULL WHERE id = $1`, [id, status])
    return id
  }

  it('are raised once for a state, however many instances look and however often, and end a minute after it did', async () => {
    await world.setClock(0)
    await world.pause('M10')
    const looks = await Promise.all([world.look(0), world.look(0), world.look(0)])
    expect(looks.flat()).toEqual(['+customer_paused'])
    expect(await world.look(5)).toEqual([])
    await world.resume('M10')
    expect(await world.look(5.5)).toEqual([])
    expect(await world.look(6)).toEqual(['-customer_paused'])
    expect(await world.look(7)).toEqual([])
    expect(await world.notices()).toEqual(['raised dropped', 'recovered waiting'])
  })

  it('do not storm where a state comes and goes: each time it has to be gone for longer, to half an hour', async () => {
    let told = 0
    for (let minute = 0; minute < 48; minute++) {
      await world.setClock(minute)
      if (minute % 3 === 0) await world.hold().catch(() => undefined)
      else await sql('DELETE FROM sending_hold')
      told += (await world.look(minute)).length
    }
    expect(told).toBeLessThanOrEqual(5)
    const { open, recent } = await world.store.list()
    expect(open.map(({ kind }) => kind)).toEqual(['sending_held'])
    expect(recent.length).toBeLessThanOrEqual(2)
  })

  it('are of the same state again where it was gone for a moment only', async () => {
    await world.hold()
    await world.look(0)
    await sql('DELETE FROM sending_hold')
    await world.look(0.5)
    await world.hold()
    expect(await world.look(0.9)).toEqual([])
    expect(await world.look(30)).toEqual([])
  })

  it('name a customer on our list by its id at Vitec, and one that a caller may have made up by nothing at all', async () => {
    await world.setClock(0)
    await world.pause('M10')
    await world.pause('Gunhild Wrangelbock', { isListed: false })
    await world.look(0)
    const { open } = await world.store.list()
    expect(open.map(({ customer }) => customer).sort()).toEqual(['M10', null])
    expect(JSON.stringify(open)).not.toContain('Gunhild')
    const { rows } = await sql(
      'SELECT a::text || n::text AS text FROM alert a JOIN alert_notice n ON n.alert_id = a.id',
    )
    expect(JSON.stringify(rows)).not.toContain('Gunhild')
    expect(JSON.stringify(await world.store.claim('webhook', 9))).not.toContain('Gunhild')
  })

  it('are twenty of a kind at most, and one for all the rest: a wrong password of ours pauses everybody', async () => {
    for (let customer = 0; customer < 50; customer++) {
      await world.setClock(customer / 100)
      await world.pause(`M${customer}`)
    }
    expect(await world.look(1)).toHaveLength(21)
    const rest = (await world.store.list()).open.find(({ subject }) => subject === 'others')
    expect(rest).toMatchObject({ figures: { count: 30 }, customer: null })
  })

  it('are of leads in doubt from the first on, and again of those that are for an hour; not of erased ones', async () => {
    const erased = await lead(0, 'unknown')
    await sql('DELETE FROM lead WHERE id = $1', [erased])
    expect(await world.look(1)).toEqual([])
    await lead(1, 'unknown')
    expect(await world.look(2)).toEqual(['+doubts'])
    await lead(50, 'unknown')
    expect(await world.look(59)).toEqual([])
    expect(await world.look(61.1)).toEqual(['+doubts_old'])
    expect((await world.store.list()).open).toMatchObject([
      { kind: 'doubts', figures: { leads: 2 } },
      { kind: 'doubts_old', figures: { leads: 1 }, since: world.at(1).toISOString() },
    ])
    await sql(`UPDATE lead SET status = 'delivered'`)
    expect(await world.look(63)).toEqual(['-doubts', '-doubts_old'])
  })

  it('are of the oldest lead that waits too long, unless its customer is paused, which is told already', async () => {
    await world.setClock(0)
    await world.pause('M10')
    await lead(0, 'pending', 'M10')
    expect(await world.look(45)).toEqual(['+customer_paused'])
    await lead(20, 'pending')
    expect(await world.look(49.9)).toEqual([])
    expect(await world.look(50)).toEqual(['+waiting_long'])
    expect((await world.store.list()).open).toContainEqual(
      expect.objectContaining({ kind: 'waiting_long', figures: { leads: 1, minutes: 30 } }),
    )
    expect(await world.look(50, { waitingMinutes: 5 })).toEqual([])
  })

  it('are of leads and pauses of here alone: what was of a sandbox says nothing of what is live', async () => {
    await storeLead(database, { at: begun, environment: 'https://connect.example.com' })
    expect(await world.look(60)).toEqual([])
  })

  it('are of Vitec as a whole and of a customer whose leads have met nothing but trouble for ten minutes', async () => {
    await world.setClock(0)
    await lead(0, 'pending', 'M10')
    for (const [id, limited] of [
      ['M10', true],
      ['M11', true],
    ] as const)
      await sql(
        `INSERT INTO customer_trouble (environment, vitec_customer_id, lead_ids, tripped_at, held_until, limited_at)
         VALUES ('sandbox', $1, '{}', $2, $3, CASE WHEN $4 THEN $2::timestamptz END)`,
        [id, world.at(0), world.at(0.5), limited],
      )
    expect(await world.look(0.1)).toEqual(['+breaker_open'])
    expect(await world.look(11)).toEqual(['+breaker_open', '-breaker_open'])
    expect((await world.store.list()).open).toMatchObject([{ kind: 'breaker_open', subject: 'others' }])
  })

  it('are of a lead that may be there twice, for a day, and its end is no news', async () => {
    const id = randomUUID()
    await sql(`INSERT INTO lead_event (lead_id, kind, at) VALUES ($1, 'maybe_twice', $2)`, [id, begun])
    expect(await world.look(1)).toEqual(['+maybe_twice'])
    expect((await world.store.list()).open).toMatchObject([{ subject: id }])
    expect(await world.look(24 * 60 - 1)).toEqual([])
    expect(await world.look(24 * 60 + 1)).toEqual(['-maybe_twice'])
    expect(await world.notices()).toEqual(['raised waiting'])
  })

  it('are of a night run that is held or refused, and of one that fails for an hour', async () => {
    const run = (state: string, reason: string | null, months = 24) =>
      sql(
        `INSERT INTO retention_run (started_at, months, cutoff, state, reason, leads, due, bound)
         VALUES ($1, $2, $1, $3::retention_state, $4::retention_reason, 9, 5, 1)`,
        [begun, months, state, reason],
      )
    await run('held', 'over_bound', 12)
    expect(await world.look(1), 'another setting asks anew').toEqual([])
    await run('held', 'over_bound')
    expect(await world.look(2)).toEqual(['+retention_stuck'])
    expect((await world.store.list()).open).toMatchObject([{ figures: { reason: 'over_bound', leads: 5 } }])
    await run('ended', null)
    expect(await world.look(4)).toEqual(['-retention_stuck'])
    await sql(
      `INSERT INTO scheduled_run (name, ended_at, failed_at, failure) VALUES ('run-retention', $1, $2, '53100')`,
      [world.at(4), world.at(5)],
    )
    expect(await world.look(63)).toEqual([])
    expect(await world.look(65)).toEqual(['+retention_stuck'])
    expect(await world.look(66, { retentionMonths: null })).toEqual([])
  })

  it('are of a backup that failed or is too old, where backups are made', async () => {
    const hasBackups = true
    const backup = (minutes: number, state: string) =>
      sql(
        `INSERT INTO backup (id, started_at, ended_at, state, file) VALUES (gen_random_uuid(), $1, $2, $3::backup_state, 'f')`,
        [world.at(minutes), state === 'running' ? null : world.at(minutes + 1), state],
      )
    expect(await world.look(0, { hasBackups })).toEqual([])
    await backup(0, 'verified')
    await backup(26 * 60, 'running')
    // Of a clock that was set back since.
    await backup(40 * 24 * 60, 'verified')
    await backup(41 * 24 * 60, 'failed')
    expect(await world.look(26 * 60, { hasBackups })).toEqual([])
    expect(await world.look(26 * 60 + 2)).toEqual([])
    expect(await world.look(26 * 60 + 2, { hasBackups })).toEqual(['+backup_missed'])
    await backup(26 * 60 + 3, 'verified')
    expect(await world.look(26 * 60 + 5, { hasBackups })).toEqual(['-backup_missed'])
    await backup(26 * 60 + 6, 'failed')
    expect(await world.look(26 * 60 + 8, { hasBackups })).toEqual(['+backup_missed'])
  })

  it('are of receivers that no try reaches for an hour, and of those that are told nothing more', async () => {
    const off = (reason: string) =>
      sql('UPDATE webhook SET off_at = delivery_clock(), off_reason = $1', [reason])
    await sql(
      `INSERT INTO webhook (id, actor, url, events, sealed, failing_since)
       VALUES (gen_random_uuid(), 'open', 'https://example.com/', '{}', '', $1)`,
      [world.at(0)],
    )
    expect(await world.look(59)).toEqual([])
    expect(await world.look(60)).toEqual(['+webhook_failing'])
    await off('failed')
    expect(await world.look(61)).toEqual(['+webhook_off', '-webhook_failing'])
    await off('person')
    expect(await world.look(63)).toEqual(['-webhook_off'])
  })

  it('are of what one instance sees on its own disk, and stay while another that does not see it looks', async () => {
    const seen = [{ kind: 'disk_low' as const, subject: 'host-1', figures: { percent: 4 } }]
    expect(await world.look(0, {}, { seen })).toEqual(['+disk_low'])
    for (const minute of [0.5, 1, 1.5, 2]) {
      expect(await world.look(minute)).toEqual([])
      expect(await world.look(minute, {}, { seen })).toEqual([])
    }
    expect(await world.look(3)).toEqual(['-disk_low'])
  })

  it('wait for a channel that is gone no longer than two days', async () => {
    await world.hold()
    await world.look(0)
    await world.look(48 * 60)
    expect(await world.notices()).toEqual(['raised waiting'])
    await world.look(48 * 60 + 1)
    expect(await world.notices()).toEqual(['raised given_up'])
  })

  it('are kept for ninety days after their end, and not forgotten while they last', async () => {
    await world.hold()
    await world.look(0)
    expect((await sql('SELECT expires_at FROM alert')).rows).toEqual([{ expires_at: null }])
    await sql('DELETE FROM sending_hold')
    await world.look(2)
    const { rows } = await sql(`SELECT expires_at > now() + interval '89 days' AS is_later FROM alert`)
    expect(rows).toEqual([{ is_later: true }])
  })
})
