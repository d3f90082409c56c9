import { expect, test } from 'playwright/test'
import { addCustomer } from '../actions/customers'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

test('an amount that may be a thousand times another and an unusual number are asked about, then sent', async ({
  page,
  request,
}) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  const lot = page.getByLabel('Tomtarea')
  await lot.fill('1.200')
  await page.getByLabel('Telefon').fill('074-123 45 67')
  await page.keyboard.press('Control+Enter')

  const phone = page.getByLabel('Telefon')
  await expect(phone).toBeFocused()
  await expect(phone).toHaveAccessibleDescription('Stämmer numret?')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Ja, det stämmer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(phone).toBeFocused()
  await expect(page.getByText('Stämmer numret?')).toHaveCount(0)

  await page.keyboard.press('Control+Enter')
  await expect(lot).toBeFocused()
  await expect(lot).toHaveAccessibleDescription('Vilket?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(lot).toHaveValue('1 200')
  await expect(lot).toBeFocused()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  const [received] = await receivedByVitec(request, lastName)
  expect(received?.personLead.message).toContain('tomtarean 1200.0 m²')
  expect(JSON.stringify(received)).toContain('+46741234567')
})

test('sums, areas and rooms are read as they stand in papers, and shown as they were read', async ({
  page,
}) => {
  await openLeadForm(page)
  await fillLeadForm(page, uniqueName())
  await page.getByLabel('Postnummer').fill('SE-114 22')
  await page.getByLabel('Antal rum').fill('3 rok')
  await page.getByLabel('Boarea').fill('72,5 kvm')
  await page.getByLabel('Värdering', { exact: true }).fill('5,5 mkr')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Värdering', { exact: true })).toHaveValue('5 500 000')
  await expect(page.getByLabel('Boarea')).toHaveValue('72,5')
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(
    /5 500 000 kr .* med 72\.5 m² boarea och 3 rum/,
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
})

test('a customer is found by its id too, and two of one name can be told apart', async ({
  page,
  request,
}) => {
  const [first, second] = [uniqueName(), uniqueName()]
  for (const vitecId of [first, second])
    await addCustomer(request, { vitecId, name: `Tvilling ${first}`, sourceId: 'WEBB1' })
  await openLeadForm(page)
  const customer = page.getByRole('combobox', { name: 'Kund' })
  await customer.fill(second.toLowerCase())
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(customer).toHaveValue(`Tvilling ${first} (${second})`)
  await expect(page.getByLabel('Leadkälla')).toContainText('WEBB1')
})

test('the list of customers opens at the chosen one, however far down that is', async ({ page, request }) => {
  for (let index = 0; index < 30; index++) {
    const customer = { vitecId: `LIST-${crypto.randomUUID().slice(0, 8)}`, name: 'Aaa mäklare' }
    await request.post('/api/staff/customers', { data: customer })
  }
  await openLeadForm(page)
  const box = page.getByRole('combobox', { name: 'Kund' })
  // The page may scroll to the box while its list opens, which closes the list.
  await expect(async () => {
    await box.click()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: 'Testmäklarna' })).toBeInViewport({ timeout: 2_000 })
  }).toPass()
})

test('a domain that looks like a slip is asked about, changed by a press only, and stops nothing', {
  tag: '@all',
}, async ({ page, request }) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  const email = page.getByLabel('E-post')
  await email.fill('erik.andersson@gmial.com')
  await expect(page.getByRole('button', { name: 'erik.andersson@gmail.com?' })).toHaveCount(0)
  await email.press('Tab')
  await expect(email).toHaveAccessibleDescription('Menade du')
  await expect(
    page.getByRole('status').filter({ hasText: 'Menade du erik.andersson@gmail.com?' }),
  ).toBeAttached()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(email).toHaveValue('erik.andersson@gmail.com')
  await expect(email).toBeFocused()

  await email.fill('erik.andersson@gmail.con')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  expect(JSON.stringify(await receivedByVitec(request, lastName))).toContain('erik.andersson@gmail.con')
})
