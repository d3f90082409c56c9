import { randomBytes } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { addCustomer } from '../actions/customers'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

test('a customer’s own Vitec account is used for its leads, and never comes back to a browser', {
  tag: '@all',
}, async ({ page, playwright }) => {
  test.setTimeout(240_000)
  const server = await startServer({ settings: { SECRETS_KEYS: newKey('2026-1') } })
  const request = await playwright.request.newContext({ baseURL: server.address })
  const id = await addCustomer(request, { vitecId: 'OWN1', name: 'Egen Mäklare', sourceId: 'S1' })
  const received: string[] = []
  page.on('response', async (answer) => {
    // What is streamed or gone with its page cannot be read any more.
    received.push(await answer.text().catch(() => ''))
  })
  const setAccount = async (username: string, password: string) => {
    await page.getByRole('button', { name: 'Vitec-konto för Egen Mäklare' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Användarnamn')).toHaveValue('')
    await expect(dialog.getByLabel('Lösenord')).toHaveValue('')
    await dialog.getByLabel('Användarnamn').fill(username)
    await dialog.getByLabel('Lösenord').fill(password)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toBeHidden()
  }
  try {
    await page.goto(`${server.address}/customers/${id}`)
    await setAccount('annan', 'fel-lösenord-77')
    await expect(page.getByText('kundens eget konto')).toBeVisible()
    // The stand-in takes one account only: with another it answers 401, which pauses the customer.
    const refused = await sendLead(request, { customer: { customer_id: 'OWN1' } })
    await setAccount('sandbox', 'not-a-secret')
    const status = async () => (await (await request.get(`/api/lead/${refused.id}`)).json()).status
    expect(await status()).toBe('pending')
    await page.reload()
    await page.getByRole('button', { name: 'Återuppta Egen Mäklare' }).click()
    await expect.poll(status, { timeout: 30_000 }).toBe('delivered')

    await page.reload()
    await page.getByRole('button', { name: 'Vitec-konto för Egen Mäklare' }).click()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ta bort Vitec-kontot för Egen Mäklare' }).click()
    await expect(page.getByText('kundens eget konto')).toBeHidden()
    expect(received.join('\n')).not.toContain('fel-lösenord-77')
  } finally {
    await request.dispose()
    expect(await server.stop()).toBe(true)
  }
})
