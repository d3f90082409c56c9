import pg from 'pg'
import { type APIRequestContext, type APIResponse, expect, test } from 'playwright/test'
import { leadBody, receivedByVitec, uniqueName } from '../actions/leads'
import { startSlowVitec, withOwnPostgres } from '../actions/surroundings'

/** What a caller may be kept waiting, in ms. */
const limit = 5_000

/** Resolves to how a call is answered, and after how many ms. */
async function timed(call: Promise<APIResponse>) {
  const began = performance.now()
  const answer = await call
  return { http: answer.status(), ms: Math.round(performance.now() - began), text: await answer.text() }
}

/** A lead with a key of its own, which may be sent as often as one likes. */
function keyedLead() {
  const lastName = uniqueName()
  const call = {
    data: leadBody({ person: { last_name: lastName } }),
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  }
  return { lastName, post: (request: APIRequestContext) => timed(request.post('/api/lead', call)) }
}

test('a database that hangs keeps nobody waiting, and a lead that is repeated with its key is stored and sent once', {
  tag: '@all',
}, async ({ playwright }) => {
  await withOwnPostgres(playwright, {}, async ({ postgres, request }) => {
    const database = new pg.Client(postgres.url)
    try {
      await database.connect()
      const early = Array.from({ length: 12 }, keyedLead)
      expect(await keyedLead().post(request)).toMatchObject({ http: 200 })
      expect((await request.get('/leads')).status()).toBe(200)

      // Some of these are stored before it hangs, some are being stored, some are not.
      const sending = early.map((lead) => lead.post(request))
      await Promise.race(sending)
      postgres.hang()
      const late = Array.from({ length: 12 }, keyedLead)
      const refused = await Promise.all(late.map((lead) => lead.post(request)))
      const asked = await Promise.all([
        timed(request.get('/api/health/ready')),
        timed(request.get('/api/lead-sources')),
        timed(request.get(`/api/lead/${crypto.randomUUID()}`)),
        timed(request.get('/api/staff/vitec-state')),
      ])
      const page = await timed(request.get('/leads'))
      expect((await request.get('/api/health/live')).status()).toBe(200)
      for (const { http, text, ms } of refused) {
        expect(http).toBe(503)
        expect(JSON.parse(text)).toMatchObject({ status: 'ERROR', code: 'unavailable' })
        expect(text).toContain('not known whether this was stored')
        expect(ms).toBeLessThan(limit)
      }
      for (const { http, ms } of asked) {
        expect(http).toBe(503)
        expect(ms).toBeLessThan(limit)
      }
      expect(page.ms).toBeLessThan(limit)
      // A caller told that the lead is stored may have waited for Vitec; one that was not waited no longer than the others.
      const answers = await Promise.all(sending)
      for (const { http, ms } of answers) expect(ms).toBeLessThan(http === 503 ? limit : 15_000)

      postgres.goOn()
      const woken = performance.now()
      await expect.poll(async () => (await request.get('/api/health/ready')).status()).toBe(200)
      expect(performance.now() - woken).toBeLessThan(limit)
      for (const lead of [...early, ...late]) {
        const repeated = async () => (await lead.post(request)).http
        await expect.poll(repeated, { timeout: 40_000, intervals: [0, 1_000, 2_000] }).not.toBe(409)
      }
      const sent = async (leads: typeof early) => {
        const found = leads.map(({ lastName }) => receivedByVitec(request, lastName))
        return (await Promise.all(found)).map(({ length }) => length)
      }
      await expect.poll(() => sent(late), { timeout: 40_000 }).toEqual(late.map(() => 1))
      // The stand-in keeps its inbox in the same database: of one that was on its way there it may have kept nothing.
      expect(Math.max(...(await sent(early)))).toBeLessThanOrEqual(1)
      const names = [...early, ...late].map(({ lastName }) => lastName)
      const stored = 'SELECT count(*)::int AS leads FROM lead WHERE last_name = ANY($1)'
      expect((await database.query(stored, [names])).rows).toEqual([{ leads: names.length }])

      const left = `SELECT count(*)::int AS connections, count(*) FILTER (WHERE xact_start < now() - interval '5 s')::int AS old
      FROM pg_stat_activity WHERE application_name = 'lead-api-2'`
      const [connections] = (await database.query(left)).rows
      expect(connections.connections).toBeLessThanOrEqual(10)
      expect(connections.old).toBe(0)
    } finally {
      postgres.goOn()
      await database.end()
    }
  })
})

test('what Vitec answered while the database hung is recorded when it goes on, and is no doubt', {
  tag: '@all',
}, async ({ playwright }) => {
  const vitec = await startSlowVitec()
  const settings = { VITEC_BASE_URL: vitec.address, VITEC_TIMEOUT_S: '30' }
  await withOwnPostgres(playwright, settings, async ({ postgres, request }) => {
    const headers = { Prefer: 'respond-async' }
    const { id } = await (await request.post('/api/lead', { data: leadBody(), headers })).json()
    await vitec.asked
    postgres.hang()
    expect(await timed(request.get('/api/health/ready'))).toMatchObject({ http: 503 })
    vitec.answer()
    // Long enough for the record to be given up once, and tried again.
    expect(await timed(request.get('/api/health/ready'))).toMatchObject({ http: 503 })
    postgres.goOn()
    const lead = async () => (await request.get(`/api/lead/${id}`)).json()
    await expect
      .poll(lead, { timeout: 30_000 })
      .toMatchObject({ status: 'delivered', vitec_lead_id: 'CMLEAD1' })
  }).finally(vitec.stop)
})
