import { expect, type Page, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { aloneWith } from '../actions/customers'
import { receivedByVitec, sendLead, sendLeads } from '../actions/leads'

/** What is open beside the list, once keys act on it. */
const panel = (page: Page) =>
  page.getByRole('region').filter({ has: page.locator('[data-takes-keys="true"]') })

test('ten doubts are settled with at most 25 keys and no mouse, and nothing is sent', {
  tag: '@all',
}, async ({ browser, playwright }) => {
  // On a server of its own: whatever else there is to do would be opened in between.
  const server = await startServer()
  const baseURL = server.address
  const page = await browser.newPage({ baseURL })
  await page.clock.install()
  const request = await playwright.request.newContext({ baseURL })
  const { city, ids } = await sendLeads(request, { count: 10, customerId: 'SANDBOX-LOST', status: 'unknown' })
  await page.goto('/leads')
  await expect(page.getByRole('row').filter({ hasText: city }).first()).toBeVisible()
  let presses = 0
  const press = (key: string) => {
    presses += 1
    return page.keyboard.press(key)
  }
  await press('g')
  await press('a')
  await expect(page).toHaveURL('/leads/to-do')
  await expect(page.getByRole('row').filter({ hasText: city })).toHaveCount(10)
  await press('Enter')
  for (let left = 10; left > 0; left -= 1) {
    const open = panel(page)
    const shown = page.getByRole('region').filter({ has: page.locator('[data-takes-keys]') })
    await expect(shown).toContainText('Oklart om leadet kom fram')
    // The half second in which keys do nothing.
    await page.clock.fastForward(600)
    await expect(open).toContainText('Oklart om leadet kom fram')
    const id = new URL(page.url()).searchParams.get('lead')
    await press('l')
    await expect(page).not.toHaveURL(new RegExp(`lead=${id}`))
  }
  await expect(page.getByRole('row').filter({ hasText: city })).toHaveCount(0)
  expect(presses).toBeLessThanOrEqual(25)
  for (const id of ids) {
    const { status, attempts } = await (await request.get(`/api/staff/leads/${id}`)).json()
    expect({ status, attempts: attempts.length }).toEqual({ status: 'delivered', attempts: 1 })
  }
  await expect(page.getByText('Inget att göra')).toBeVisible()
  await page.close()
  await request.dispose()
  expect(await server.stop()).toBe(true)
})

test('a doubt is never sent again by a key alone, nor by one that is pressed as another lead is shown', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto(`/leads/to-do?lead=${lead.id}`)
  await expect(panel(page)).toContainText('Oklart om leadet kom fram')
  await page.keyboard.press('s')
  const question = page.getByRole('dialog', { name: 'Skicka igen?' })
  await expect(question).toContainText('får mäklaren det två gånger')
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(page.getByRole('region', { name: lead.lastName })).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})

test('what is set aside leaves the list, is put back by its toast, and stays among all leads', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto(`/leads/to-do?lead=${lead.id}`)
  const row = page.getByRole('row').filter({ hasText: lead.lastName })
  await page.getByRole('button', { name: 'Lägg undan' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(row).toBeVisible()
})

test('a customer that is paused stands on top with why and how many wait, and is resumed there', async ({
  page,
  request,
}) => {
  await aloneWith(request, 'SANDBOX-404', async () => {
    await sendLead(request, { customer: { customer_id: 'SANDBOX-404' } })
    await page.goto('/leads/to-do')
    const item = page.getByRole('listitem').filter({ hasText: 'SANDBOX-404' })
    await expect(item).toContainText('Fel sökväg till Vitec')
    await expect(item).toContainText(/\d+ leads? väntar/)
    await item.getByRole('button', { name: 'Återuppta SANDBOX-404' }).click()
    await expect(page.getByText('Kunden är återupptagen')).toBeVisible()
  })
})
