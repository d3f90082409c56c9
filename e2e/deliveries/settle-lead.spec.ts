import { expect, test } from 'playwright/test'
import { receivedByVitec, sendAgain, sendLead } from '../actions/leads'

test('an uncertain lead that is found in Vitec is settled as delivered, and never sent again @smoke', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto(`/leads/${lead.id}`)
  await page.getByRole('button', { name: 'Det finns i Vitec' }).click()
  await expect(page.getByText('Leadet är markerat som levererat. Inget skickades.')).toBeVisible()
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toHaveCount(0)
  expect((await sendAgain(request, lead.id, 1)).status()).toBe(409)
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})

test('a settled lead is in doubt again once that is undone, from the word on it or later on the record', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto(`/leads/${lead.id}`)
  const settle = page.getByRole('button', { name: 'Det finns i Vitec' })
  await settle.click()
  await page.getByRole('button', { name: 'Ångra', exact: true }).click()
  await expect(page.getByText('Ångrat. Leadet räknas inte längre som levererat.')).toBeVisible()
  await expect(page.getByText('Oklart om leadet kom fram').first()).toBeVisible()
  await settle.click()
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Ångra markeringen' }).click()
  await expect(page.getByText('Oklart om leadet kom fram').first()).toBeVisible()
  await expect(settle).toBeVisible()
  expect(await (await request.get(`/api/lead/${lead.id}`)).json()).toMatchObject({ status: 'unknown' })
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})

test('a waiting lead that is cancelled is not sent, until a person says so', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-500' } })
  await page.goto(`/leads/${lead.id}`)
  await page.getByRole('button', { name: 'Stoppa leadet' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ja, stoppa' }).click()
  await expect(page.getByText('Leadet är stoppat').first()).toBeVisible()
  await expect(page.getByText('Skicka igen om det ändå ska fram.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toBeVisible()
  const { status, next_attempt_at } = await (await request.get(`/api/lead/${lead.id}`)).json()
  expect({ status, next_attempt_at }).toEqual({ status: 'cancelled', next_attempt_at: null })
})

test('of three clicks on send again in three tabs one attempt is made', { tag: '@all' }, async ({
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-TIMEOUT' } })
  const record = async () => (await request.get(`/api/staff/leads/${lead.id}`)).json()
  await expect.poll(async () => (await record()).status, { timeout: 20_000 }).toBe('unknown')
  const click = () => sendAgain(request, lead.id, 1)
  await Promise.all([click(), click(), click()])
  await expect.poll(async () => (await record()).status, { timeout: 20_000 }).toBe('unknown')
  // The attempt has ended, and a person who has not looked since does not know of it.
  expect((await click()).status()).toBe(409)
  expect(await record()).toMatchObject({ status: 'unknown', attempts: [{ number: 2 }, { number: 1 }] })
})
