import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { leadBody, uniqueName } from '../actions/leads'
import { startSlowVitec } from '../actions/surroundings'
import { choosePerson } from './choose-person'

test('nobody is erased while their lead is being sent, because the answer is still to come; pressed again afterwards they are', {
  tag: '@all',
}, async ({ page, playwright }) => {
  test.setTimeout(240_000)
  const vitec = await startSlowVitec()
  const settings = { VITEC_BASE_URL: vitec.address, VITEC_TIMEOUT_S: '300' }
  const server = await startServer({ settings })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const lastName = uniqueName()
  try {
    const data = leadBody({ person: { last_name: lastName } })
    const headers = { Prefer: 'respond-async' }
    const { id } = await (await request.post('/api/lead', { data, headers })).json()
    const record = async () => (await request.get(`/api/staff/leads/${id}`)).json()
    await vitec.asked
    const before = await record()
    expect(before.attempts).toEqual([expect.objectContaining({ endedAt: null })])

    await page.goto(`${server.address}/settings/privacy`)
    await choosePerson(page, lastName)
    await page.getByRole('button', { name: 'Radera …' }).click()
    const question = page.getByRole('dialog')
    const erase = question.getByRole('button', { name: 'Radera för alltid' })
    await erase.click()
    await expect(question.getByRole('alert')).toContainText('Ingenting har raderats')
    expect(await record()).toEqual(before)

    vitec.stop()
    await expect.poll(async () => (await record()).status).toBe('unknown')
    await erase.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Kvitto på radering' })).toBeVisible()
    expect(JSON.stringify(await record())).not.toContain(lastName)
  } finally {
    await request.dispose()
    vitec.stop()
    expect(await server.stop()).toBe(true)
  }
})
