import { expect, test } from 'playwright/test'
import { Webhook } from 'standardwebhooks'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

// They share the one webhook of the open sandbox.
test.describe.configure({ mode: 'serial' })

test('a sender is told what became of its lead, signed with a secret that is shown once', async ({
  page,
  request,
}) => {
  await page.goto('/sandbox/webhooks')
  const receiver = (await page.getByRole('group', { name: 'Mottagarens adress' }).textContent()) ?? ''
  await page.getByRole('link', { name: 'Till webhooken' }).click()

  const url = page.getByRole('textbox', { name: 'Adress' })
  await url.fill('http://10.0.0.1/hook')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(url).toHaveAccessibleDescription(/https:\/\//)
  await url.fill(receiver)
  await page.getByRole('button', { name: 'Spara' }).click()
  const dialog = page.getByRole('dialog')
  const secret = (await dialog.getByRole('group', { name: 'Hemligheten' }).textContent()) ?? ''
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Klar' }).click()
  await expect(
    page.getByText('På', { exact: true }).or(page.getByText('Inget har skickats än')),
  ).toBeVisible()
  await page.reload()
  expect(await page.content()).not.toContain(secret)

  const { id } = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  const told = page.getByRole('region', { name: 'Skickat' }).getByRole('listitem').filter({ hasText: id })
  await expect(told).toContainText('Framme')
  await expect(told).toContainText('Nekat av Vitec')
  await told.getByRole('button', { name: '1 försök' }).click()
  await expect(told.getByRole('group', { name: 'Det som skickas' })).toContainText(id)
  expect(await violationsOf(page)).toEqual([])

  await page.goto('/sandbox/webhooks')
  const call = page.getByRole('listitem').filter({ hasText: id })
  await expect(call).toHaveCount(1)
  const facts = await call.getByRole('definition').allTextContents()
  const [eventId = '', timestamp = '', signature = ''] = facts
  const events = await (await request.get('/api/webhook/events')).json()
  const { payload } = events.events.find((event: { id: string }) => event.id === eventId)
  const headers = { 'webhook-id': eventId, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  expect(new Webhook(secret).verify(payload, headers)).toMatchObject({
    type: 'lead.rejected',
    data: { id, state: 'rejected' },
  })
  expect(await violationsOf(page)).toEqual([])
})

test('a receiver that fails is shown with what it answered, and is told again at a press', {
  tag: '@all',
}, async ({ page, request }) => {
  await page.goto('/sandbox/webhooks')
  const { origin } = new URL(page.url())
  await request.put('/api/webhook', { data: { url: `${origin}/api/health/live` } })
  await page.goto('/settings/webhooks/open')
  await page.getByRole('button', { name: 'Skicka ett test' }).focus()
  await page.keyboard.down('Enter')
  await expect(page.getByText('Testet är på väg')).toBeVisible()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  const test = page.getByRole('region', { name: 'Skickat' }).getByRole('listitem').first()
  await expect(test).toContainText('På väg')
  await expect(test).toContainText('405')
  await expect(page.getByText('Det som skickas kommer inte fram')).toBeVisible()
  const sent = (await (await request.get('/api/webhook/events')).json()).events
  const isTest = ({ type }: { type: string }) => type === 'webhook.test'
  expect(sent.filter(isTest), 'a held key presses once').toHaveLength(1)

  await request.put('/api/webhook', { data: { url: `${origin}/sandbox/webhooks/receive` } })
  await expect(test, 'it is tried again by itself').toContainText('Framme', { timeout: 20_000 })
  await test.getByRole('button', { name: /^Skicka igen/ }).click()
  await expect(test.getByRole('button', { name: '3 försök' })).toBeVisible()

  await page.getByRole('button', { name: 'Stäng av' }).click()
  await expect(page.getByText('Webhooken är avstängd')).toBeVisible()
  await page.getByRole('button', { name: 'Spara och slå på' }).click()
  await expect(page.getByText('Webhooken är avstängd')).toBeHidden()
  await page.getByRole('button', { name: 'Ta bort webhooken' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
  await expect(page.getByRole('region', { name: 'Skickat' })).toBeHidden()
  expect((await request.get('/api/webhook')).status()).toBe(404)
})
