import { type APIRequestContext, expect, type Page, test } from 'playwright/test'
import { chooseCustomer } from '../actions/lead-form'
import { receivedByVitec, sendLead, uniqueName } from '../actions/leads'

const record = async (request: APIRequestContext, id: string) =>
  (await request.get(`/api/staff/leads/${id}`)).json()

/** From a record to the form that mends it. */
async function edit(page: Page, id: string): Promise<void> {
  await page.goto(`/leads/${id}`)
  await page.getByRole('link', { name: 'Ändra och skicka' }).click()
  await expect(page.getByText('Du ändrar ett lead som redan finns')).toBeVisible()
}

/** Chooses a customer that takes leads, and waits for its only lead source. */
async function toTheSandbox(page: Page): Promise<void> {
  await chooseCustomer(page, 'Testmäklarna')
  await expect(page.getByLabel('Leadkälla')).toContainText('Real AI Valuation Leads')
}

test('a refused lead is mended in the form that it fills, and the new one and the old know of each other', async ({
  page,
  request,
}) => {
  const old = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  // Its customer's lead sources are there before it is known that it is on no list.
  const sources = page.waitForResponse(/lead-sources\?/)
  await page.route('**/api/staff/customers', (route) => sources.then(() => route.continue()), { times: 1 })
  await edit(page, old.id)
  await expect(page.getByLabel('Efternamn')).toHaveValue(old.lastName)
  await expect(page.getByLabel('Telefon')).toHaveValue('+46701234567')
  await expect(page.getByLabel('Värdering', { exact: true })).toHaveValue('5 500 000')
  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Kund' })).toHaveValue('SANDBOX-400')
  await expect(page.getByLabel('Leadkälla'), 'of a customer that callers alone name').toContainText('LEAD456')
  const lastName = uniqueName()
  await page.getByLabel('Efternamn').fill(lastName)
  await expect(page.getByText(`Ändrad, var ${old.lastName}`)).toBeVisible()
  await toTheSandbox(page)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  await expect(page.getByText('Du ändrar ett lead som redan finns')).toHaveCount(0)

  const [received, ...more] = await receivedByVitec(request, lastName)
  expect(more).toEqual([])
  expect(received?.customerId).toBe('ABC123')
  expect(await receivedByVitec(request, old.lastName)).toEqual([])
  const { replacedById } = await record(request, old.id)
  expect(await record(request, replacedById)).toMatchObject({ status: 'delivered', replacesId: old.id })

  await page.goto(`/leads/${old.id}`)
  await expect(page.getByText('Ersatt av ett nytt lead, och skickas inte igen.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Visa det' }).click()
  await expect(page.getByText('Ersätter ett tidigare lead.')).toBeVisible()
  expect(
    (await request.post(`/api/staff/leads/${old.id}/send-again`, { data: { attempts: 1 } })).status(),
  ).toBe(409)
})

test('a refused lead of the list is mended with three keys where one correction is enough, and the list goes on', async ({
  page,
  request,
}) => {
  const old = await sendLead(request, { customer: { lead_id: 'SANDBOX-NOSOURCE' } })
  await page.goto(`/leads/to-do?lead=${old.id}`)
  const row = page.getByRole('row').filter({ hasText: old.lastName })
  await expect(row).toContainText('Åtgärdas av: Vi')
  await expect(page.locator('[data-takes-keys="true"]')).toBeVisible()
  await page.keyboard.press('e')
  // What Vitec refused; its only other choice is made.
  await expect(page.getByLabel('Leadkälla')).toBeFocused()
  await expect(page.getByLabel('Leadkälla')).toContainText('Real AI Valuation Leads')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/leads\/to-do/)
  await expect(page.getByText('Leadet är levererat')).toBeVisible()
  await expect(row).toHaveCount(0)
  expect(await receivedByVitec(request, old.lastName)).toHaveLength(1)
})

test('a lead that waits is stopped first, and of two tabs that mend it one sends', { tag: '@all' }, async ({
  page,
  request,
  context,
}) => {
  const old = await sendLead(request, { customer: { customer_id: 'SANDBOX-500' } })
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await edit(tab, old.id)
    await expect(tab.getByText('När du skickar stoppas det')).toBeVisible()
    // The second finds what the first has changed, as its draft.
    if (tab === page) await toTheSandbox(tab)
    await expect(tab.getByRole('combobox', { name: 'Kund' })).toHaveValue('Testmäklarna')
    const kept = async () => (await (await tab.request.get('/api/staff/draft')).json()).draft?.replaces
    await expect.poll(kept).toBe(old.id)
  }
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  expect(await record(request, old.id)).toMatchObject({ status: 'cancelled' })

  await other.getByRole('button', { name: 'Skicka lead' }).click()
  const told = other.getByRole('alert').filter({ hasText: 'Leadet är redan ersatt' })
  await expect(told).toBeVisible()
  const { replacedById } = await record(request, old.id)
  await expect(told.getByRole('link')).toHaveAttribute('href', `/leads/${replacedById}`)
  await expect(other.getByLabel('Efternamn')).toHaveValue(old.lastName)
  expect(await receivedByVitec(request, old.lastName)).toHaveLength(1)
})

test('one that may be at Vitec is sent anew only by a person who says that it is not there', async ({
  page,
  request,
}) => {
  const old = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await edit(page, old.id)
  await expect(page.getByText('Leadet kan redan finnas i Vitec.')).toBeVisible()
  await toTheSandbox(page)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Leadet kan redan finnas i Vitec' })).toBeVisible()
  expect(await receivedByVitec(request, old.lastName)).toHaveLength(1)

  await page.getByText('Jag har sökt i Vitec. Leadet finns inte där.').click()
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  expect(await receivedByVitec(request, old.lastName)).toHaveLength(2)
  expect(await record(request, old.id)).toMatchObject({ status: 'unknown' })
})
