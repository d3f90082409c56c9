import { expect, test } from 'playwright/test'
import { addCustomer, offerCustomer } from '../actions/customers'
import { chooseCustomer, exampleMessage, fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'

test('the agent gets the message that the form showed, and the form is empty for the next of the same customer and leads to the record', async ({
  page,
  request,
}) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(
    exampleMessage(lastName),
  )

  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(lastName)
  const [received, ...more] = await receivedByVitec(request, lastName)
  expect(more).toEqual([])
  expect(received?.personLead.message).toBe(exampleMessage(lastName))

  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  await expect(page.getByLabel('Värdering', { exact: true })).toHaveValue('')
  await expect(page.getByRole('combobox', { name: 'Kund' })).toHaveValue('Testmäklarna')
  await expect(page.getByLabel('Leadkälla')).toContainText('Real AI Valuation Leads')

  await page.getByRole('link', { name: 'Visa leadet' }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
})

test('two presses send one lead, because the agent would get two', async ({ page, request }) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  await page.getByRole('button', { name: 'Skicka lead' }).dblclick()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  expect(await receivedByVitec(request, lastName)).toHaveLength(1)
})

test('a refusal is told in Vitec’s words and explained, and the form can be mended', async ({
  page,
  request,
}) => {
  const lastName = uniqueName()
  const customer = { vitecId: lastName, name: `Kund ${lastName}`, sourceId: 'SANDBOX-NOSOURCE' }
  await addCustomer(request, customer)
  await openLeadForm(page)
  await chooseCustomer(page, customer.name)
  await expect(page.getByLabel('Leadkälla')).toContainText('SANDBOX-NOSOURCE')
  await fillLeadForm(page, lastName)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Vitec avvisade leadet' })).toContainText(
    'Vitec känner inte till leadkällan.',
  )
  expect(await receivedByVitec(request, lastName)).toEqual([])

  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)
  await chooseCustomer(page, 'Testmäklarna')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(lastName)
  await expect(page.getByRole('region', { name: 'Vitec avvisade leadet' })).toHaveCount(0)
})

test('a lead that needs somebody is told until it is settled, whatever is sent meanwhile, and what is typed is the next one', {
  tag: '@all',
}, async ({ page, request }) => {
  const name = await offerCustomer(request, { vitecId: 'SANDBOX-LOST', sourceId: 'LEAD456' })
  const [doubtful, good] = [uniqueName(), uniqueName()]
  const doubt = page.getByRole('region', { name: 'Oklart om leadet kom fram' })
  await openLeadForm(page)
  await chooseCustomer(page, name)
  await expect(page.getByLabel('Leadkälla')).toContainText('LEAD456')
  await fillLeadForm(page, doubtful)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await page.keyboard.type('Next')
  await expect(doubt).toContainText(doubtful)
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  await expect(page.getByLabel('Förnamn')).toHaveValue('Next')

  await chooseCustomer(page, 'Testmäklarna')
  await fillLeadForm(page, good)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(good)
  await expect(doubt).toContainText(doubtful)
  // Somebody else finds it in Vitec meanwhile.
  const record = (await doubt.getByRole('link', { name: 'Visa leadet' }).getAttribute('href')) ?? ''
  await request.post(`/api/staff${record}/settle`)
  await expect(doubt).toHaveCount(0, { timeout: 20_000 })
  await expect(
    page.getByRole('status').filter({ hasText: `${doubtful}: Levererat till Vitec` }),
  ).toBeAttached()
})
