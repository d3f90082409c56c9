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
  const customer = page.getByRole('region', { name: `Mäklare ${id}` })
  await expect(customer).toContainText('Inga leadkällor än.')

  await customer.getByRole('button', { name: /^Ny leadkälla/ }).click()
  await page.getByLabel('Leadkällans id i Vitec').fill('WEBB1')
  await page.getByLabel('Namn', { exact: true }).fill('Webben')
  await page.keyboard.press('Enter')
  await expect(customer.getByRole('listitem')).toContainText('Webben')
  const sources = await (await request.get(`/api/lead-sources?customer_id=${id}`)).json()
  expect(sources).toEqual([{ id: 'WEBB1', name: 'Webben' }])
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
  await addCustomer(request, { vitecId, name: vitecId, sourceId: 'WEBB1' })
  await page.goto('/customers')
  const source = page.getByRole('region', { name: vitecId }).getByRole('listitem')
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
  await addCustomer(request, { vitecId, name: vitecId, sourceId: 'WEBB1' })
  await page.goto('/customers')
  const customer = page.getByRole('region', { name: vitecId })
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
    await page.getByRole('link', { name: 'Till kunder' }).click()
    const customer = page.getByRole('region', { name: 'SANDBOX-403' })
    await expect(customer).toContainText('Rättigheter saknas för kunden')
    await customer.getByRole('button', { name: 'Återuppta SANDBOX-403' }).click()
    await expect(page.getByText('Kunden är återupptagen')).toBeVisible()
  })
})
