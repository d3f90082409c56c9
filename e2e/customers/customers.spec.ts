import { expect, test } from 'playwright/test'
import { addCustomer, aloneWith } from '../actions/customers'
import { sendLead, uniqueName } from '../actions/leads'

test('a new customer with a lead source of its own can be chosen by callers', async ({ page, request }) => {
  const id = uniqueName()
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Ny kund' }).click()
  await page.getByLabel('Kundens id i Vitec').fill(id)
  await page.getByLabel('Namn', { exact: true }).fill(`Mäklare ${id}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: `Mäklare ${id} är tillagd.` })).toBeVisible()
  const heading = page.getByRole('heading', { level: 1, name: `Mäklare ${id}` })
  await expect(heading.locator(':focus'), 'reading goes on at the new customer').toHaveCount(1)
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/)
  const customer = page.getByRole('main')
  await expect(customer).toContainText('Inga leadkällor än.')

  await customer.getByRole('button', { name: /^Ny leadkälla/ }).click()
  await page.getByLabel('Leadkällans id i Vitec').fill('WEBB1')
  await page.getByLabel('Namn', { exact: true }).fill('Webben')
  await page.keyboard.press('Enter')
  await expect(customer.getByRole('listitem')).toContainText('Webben')
  const sources = await (await request.get(`/api/lead-sources?customer_id=${id}`)).json()
  expect(sources).toEqual([{ id: 'WEBB1', name: 'Webben' }])

  const own = new URL(page.url()).pathname
  await page.goto(`/customers?vitec_id=${id}`)
  await expect(page, 'whoever knows its id in Vitec finds it too').toHaveURL(own)
  await page.goto('/customers?vitec_id=nobody@example.com')
  await expect(page, 'and an address keeps nothing that is on no list of ours').toHaveURL('/customers')
  await page.goto(own.replace(/.{12}$/, '000000000000'))
  await expect(page.getByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeVisible()
})

test('an id that is taken or not allowed is told beside its field', async ({ page, request }) => {
  const vitecId = uniqueName()
  await addCustomer(request, { vitecId, name: vitecId, sourceId: 'WEBB1' })
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Ny kund' }).click()
  const id = page.getByLabel('Kundens id i Vitec')
  await id.fill('å ä ö')
  await page.getByLabel('Namn', { exact: true }).fill('Dubblett')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expect(id).toHaveAccessibleDescription('Högst 40 tecken: A–Z, a–z, 0–9, _ och -.')

  await id.fill(vitecId)
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expect(id).toHaveAccessibleDescription('Id:t finns redan.')
  await expect(id).toBeFocused()
})

test('a lead source that is deactivated is no longer offered, and keeps its new name', async ({
  page,
  request,
}) => {
  const vitecId = uniqueName()
  const customerId = await addCustomer(request, { vitecId, name: vitecId, sourceId: 'WEBB1' })
  await page.goto(`/customers/${customerId}`)
  const source = page.getByRole('main').getByRole('listitem')
  await source.getByRole('button', { name: 'Byt namn på Källa WEBB1' }).click()
  await page.getByLabel('Namn', { exact: true }).fill('Kampanj')
  await page.getByRole('button', { name: 'Spara' }).click()
  await source.getByRole('button', { name: 'Inaktivera Kampanj' }).click()
  await expect(source.getByText('Inaktiv', { exact: true })).toBeVisible()
  expect(await (await request.get(`/api/lead-sources?customer_id=${vitecId}`)).json()).toEqual([])
  await source.getByRole('button', { name: /^Aktivera Kampanj/ }).click()
  await expect(source.getByText('Inaktiv', { exact: true })).toHaveCount(0)
})

test('lead sources are fetched from Vitec, and what was found is told', async ({ page, request }) => {
  const vitecId = uniqueName()
  const customerId = await addCustomer(request, { vitecId, name: vitecId, sourceId: 'WEBB1' })
  await page.goto(`/customers/${customerId}`)
  const customer = page.getByRole('region', { name: 'Leadkällor' })
  const refresh = customer.getByRole('button', { name: /^Hämta leadkällor/ })
  await refresh.click()
  await expect(customer.getByRole('status')).toHaveText('2 nya leadkällor.')
  await expect(customer.getByRole('listitem')).toHaveCount(3)
  await refresh.click()
  await expect(customer.getByRole('status')).toHaveText('Allt stämde redan med Vitec.')
})

test('a customer that Vitec lets nothing through to is paused, and says why', async ({ page, request }) => {
  await aloneWith(request, 'SANDBOX-403', async () => {
    const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-403' } })
    await page.goto(`/leads/${lead.id}`)
    await expect(page.getByText('Väntar: kunden är pausad')).toBeVisible()
    await page.getByRole('link', { name: 'Till kunden' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'SANDBOX-403' })).toBeVisible()
    const customer = page.getByRole('main')
    await expect(customer).toContainText('1 lead väntar.')
    await expect(customer).toContainText('Rättigheter saknas för kunden')
    await customer.getByRole('button', { name: 'Återuppta SANDBOX-403' }).click()
    await expect(page.getByText('Kunden är återupptagen')).toBeVisible()
  })
})
