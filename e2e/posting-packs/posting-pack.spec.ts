import { expect, type Page, test } from 'playwright/test'
import { Webhook } from 'standardwebhooks'
import { exampleRequest } from '@/lib/openapi/lead-examples'
import { packCases } from '@/lib/posting-packs/pack-cases'
import type { PackCase } from '@/lib/posting-packs/posting-pack'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { bearer, type ClosedService, startClosedService } from '../actions/closed-server'
import { startReceiver } from '../actions/receiver'
import { signInAs } from '../actions/sign-in'
import { faultsOf } from '../screens/faults-of'

test.describe('a posting pack', () => {
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(240_000)

  let service: ClosedService
  let pack: string
  const ids = { customerId: 'OWN1', leadSourceId: 'WEBB1' }
  test.beforeAll(async () => {
    test.setTimeout(240_000)
    service = await startClosedService({}, { reach: 'loopback' })
    const { order } = service
    const { id } = await order('/api/staff/customers', { vitecId: ids.customerId, name: 'Testmäklarna Öst' })
    const { leadSources } = await order(`/api/staff/customers/${id}/lead-sources`, {
      ...{ vitecId: ids.leadSourceId, name: 'Portalen' },
    })
    pack = `${service.address}/customers/${id}/lead-sources/${leadSources[0].id}/posting-pack`
  })
  test.afterAll(async () => {
    expect(await service.stop()).toBe(true)
  })

  const post = (secret: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${service.address}/api/lead`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer(secret), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  /** Sends a case as its partner does, and resolves to what it was answered. */
  async function send(secret: string, { body, expected }: PackCase): Promise<Response> {
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    const answer = await post(secret, body, key)
    return expected.kind === 'taken' && expected.again ? post(secret, body, key) : answer
  }

  /** What an answer warns of, but for leads that are like another: one was sent twice here. */
  const warnedOf = (answer: { warning_details?: { code: string }[] }) =>
    (answer.warning_details ?? []).flatMap(({ code }) => (code === 'similar_lead' ? [] : [code]))

  const checklist = (page: Page) => page.getByRole('region', { name: 'Checklista' })
  const line = (page: Page, title: string) => checklist(page).getByRole('listitem').filter({ hasText: title })

  test('takes a partner from a test key over ten requests and a live key to a night’s reconciliation', {
    tag: '@all',
  }, async ({ page, context }) => {
    await signInAs(context, service.address, service.administrator)
    await page.goto(pack.replace(/\/lead-sources\/.*/, ''))
    await page.getByRole('link', { name: 'Anslutningspaket för Portalen' }).click()
    await page.getByRole('button', { name: 'Ny testnyckel' }).click()
    await expect(page.getByLabel('Namn')).toHaveValue('Portalen')
    await page.getByLabel('Namn').fill('Portalen AB')
    await page.getByRole('dialog').getByRole('button', { name: 'Skapa' }).click()
    const secret = (await page.getByRole('group', { name: 'Testnyckeln', exact: true }).textContent()) ?? ''
    const curl = page.getByRole('group', { name: 'Anropet', exact: true })
    await expect(curl).toContainText(`Authorization: Bearer ${secret}`)
    expect(page.url()).not.toContain(secret)
    const status = checklist(page).getByRole('status')
    await expect(status).toHaveText('0 av 10 klara')

    await test.step('what the partner does wrong is seen', async () => {
      const cases = packCases(ids, new Date())
      const everything = cases.find(({ id }) => id === 'everything')
      await post(secret, JSON.stringify(everything?.body).replace('118.5', '118'))
      await post(secret, '{')
      await expect(line(page, 'Alla fält')).toContainText('Kom, men property.living_area skiljer sig')
      await expect(checklist(page).getByRole('region', { name: 'Andra nekade anrop' })).toContainText(
        'not_json',
      )
      await page.getByRole('button', { name: 'Gå live' }).click()
      await expect(page.getByRole('dialog')).toContainText('En leadkälla som inte finns')
      await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click()
    })

    await test.step('each case ends as the pack says', async () => {
      for (const one of packCases(ids, new Date())) {
        const answer = await send(secret, one)
        const body = await answer.json()
        const { expected } = one
        if (expected.kind === 'refused') {
          const fields = (body.errors ?? []).map(({ field }: { field: string }) => field)
          expect([one.id, answer.status, body.code]).toEqual([one.id, expected.httpStatus, expected.code])
          expect(fields.sort()).toEqual(expected.fields.toSorted())
        } else if (expected.kind === 'rejected')
          expect([answer.status, body.status, body.state]).toEqual([422, 'REJECTED', 'rejected'])
        else expect([one.id, [200, 202].includes(answer.status), warnedOf(body)]).toEqual([one.id, true, []])
      }
      await expect(status).toHaveText('Alla 10 är klara')
      expect(await faultsOf(page)).toEqual([])
    })

    let partner = ''
    const ask = async (path: string, init: RequestInit = {}) =>
      (
        await fetch(service.address + path, {
          ...init,
          headers: { 'Content-Type': 'application/json', ...bearer(partner) },
        })
      ).json()
    await test.step('the live key works, and is shown once', async () => {
      await page.getByRole('button', { name: 'Gå live' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Skapa livenyckel' }).dblclick()
      const told = page.getByRole('dialog').getByRole('group', { name: 'Nyckeln', exact: true })
      const live = (await told.textContent()) ?? ''
      await page.getByRole('dialog').getByRole('button', { name: 'Klar' }).click()
      const me = await fetch(`${service.address}/api/me`, { headers: bearer(live) })
      expect(await me.json()).toMatchObject({ name: 'Portalen AB', mode: 'live', customers: ['OWN1'] })
      await expect(page.getByText('Livenyckel skapad')).toBeVisible()
      // What a live key is refused is kept nowhere.
      expect((await post(live, '{')).status).toBe(400)
      await page.reload()
      await expect(status).toHaveText('Alla 10 är klara')
      const others = checklist(page).getByRole('region', { name: 'Andra nekade anrop' })
      await expect(others.getByRole('listitem')).toHaveCount(1)
      const shown = await page.content()
      expect([shown.includes(secret), shown.includes(live)]).toEqual([false, false])
      partner = live
    })

    const sent: string[] = []
    const customer = { customer_id: ids.customerId, lead_id: ids.leadSourceId }
    await test.step('what becomes of real leads is told to its webhook, signed with a secret of its own', async () => {
      const receiver = await startReceiver()
      const set = await ask('/api/webhook', { method: 'PUT', body: JSON.stringify({ url: receiver.url }) })
      for (const number of [1, 2, 3]) {
        const body = { ...exampleRequest, customer, reference: `ORDER-${number}` }
        const answer = await post(partner, body, { 'Idempotency-Key': `order-${number}` })
        sent.push((await answer.json()).id)
      }
      await expect.poll(() => receiver.taken.length).toBe(sent.length)
      const webhook = new Webhook(set.secret)
      const told = receiver.taken.map(({ body, headers }) => Object(webhook.verify(body, headers)).data)
      expect(told.map(({ id, state }) => [id, state]).toSorted()).toEqual(
        sent.map((id) => [id, 'delivered']).toSorted(),
      )
      receiver.stop()
    })

    await test.step('the night’s list has what was sent with the live key, and nothing of the tests', async () => {
      const found: { id: string; reference: string; state: string }[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await ask(`/api/leads?limit=2&cursor=${cursor}`)
        found.push(...page.leads)
        cursor = page.next_cursor
      }
      expect(found.map(({ id }) => id)).toEqual(sent.toReversed())
      expect(found.map(({ reference }) => reference)).toEqual(['ORDER-3', 'ORDER-2', 'ORDER-1'])
    })

    await test.step('staff see the real ones, and the tests as tests where they ask for them', async () => {
      await page.goto(`${service.address}/leads`)
      await expect(page.getByText('Testleads visas inte.')).toBeVisible()
      await expect(page.getByText('TEST', { exact: true })).toHaveCount(0)
      await expect(page.getByRole('row').filter({ hasText: 'Levererat' })).toHaveCount(sent.length)
      await page.getByRole('button', { name: 'Visa dem' }).click()
      await expect(page.getByText('TEST', { exact: true }).first()).toBeVisible()
    })

    await test.step('webhooks of the two keys, which have one name, are told apart', async () => {
      await page.goto(`${service.address}/settings/webhooks`)
      const keys = page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem')
      await expect(keys.filter({ hasText: 'På' })).not.toContainText('TEST')
      await keys.filter({ hasText: 'TEST' }).first().getByRole('link').click()
      await expect(page.getByRole('main')).toContainText('TEST')
    })
  })

  test('is printed in its partner’s language, without what stands around it', async ({ page, context }) => {
    await signInAs(context, service.address, await service.invite('viewer'))
    await page.goto(`${pack}?lang=en`)
    await expect(page.getByRole('heading', { name: 'Anslutningspaket' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ny testnyckel' })).toHaveCount(0)
    const document = page.getByRole('article')
    await expect(document).toHaveAttribute('lang', 'en')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await expect(page.getByRole('navigation').first()).toBeHidden()
    await expect(checklist(page)).toBeHidden()
    for (const text of [
      'Send leads to Testmäklarna Öst',
      'OWN1',
      'WEBB1',
      'YOUR-TEST-KEY',
      '10. A lead source',
    ])
      await expect(document.getByText(text).first()).toBeVisible()
    await expect(document.getByText('person.first_name', { exact: true })).toBeVisible()
    expect(await page.evaluate(() => getComputedStyle(window.document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    expect(await document.getByText(stockholmDate(new Date())).count()).toBeGreaterThan(0)
  })
})
