import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

/** A Swedish mobile number that no other test has, as people write it and as it is stored. */
function uniquePhone() {
  const digits = String(1_000_000 + (Date.now() % 9_000_000))
  const written = `070-${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`
  return { written, stored: `+4670${digits}` }
}

test('a lead that came over the API stands in the log, and its row leads to its record @smoke', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await page.goto('/leads')
  const row = page.getByRole('row').filter({ hasText: lead.lastName })
  await expect(row).toContainText('Levererat')
  await expect(row).toContainText('Storgatan 12, 114 22 Stockholm')
  await expect(row).toContainText('Real AI Valuation Leads')
  await row.click()
  await expect(page.getByRole('region', { name: lead.lastName })).toContainText('Levererat till Vitec')
  await page.getByRole('link', { name: 'Öppna hela sidan' }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lead.lastName)
})

test('a phone number is found as people write it, and what is searched for is in no address', async ({
  page,
  request,
}) => {
  const phone = uniquePhone()
  const lead = await sendLead(request, { person: { phone: phone.stored } })
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(phone.written)
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  const found = page.getByRole('link', { name: lead.lastName })
  await expect(found).toBeVisible()
  expect(page.url()).toMatch(/\/leads$/)

  await found.click()
  await page.getByRole('link', { name: 'Öppna hela sidan' }).click()
  await page.getByRole('link', { name: 'Alla leads' }).click()
  await expect(page.getByRole('searchbox', { name: 'Sök leads' })).toHaveValue(phone.written)
  await expect(page.getByRole('link', { name: lead.lastName })).toBeVisible()
})

test('the status that the log is narrowed to is in the address, and survives a reload', async ({
  page,
  request,
}) => {
  const delivered = await sendLead(request)
  const rejected = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto('/leads')
  await page.getByRole('radiogroup', { name: 'Status' }).getByText('Avvisat').click()
  await expect(page).toHaveURL('/leads?status=rejected')
  await page.reload()
  await expect(page.getByRole('link', { name: rejected.lastName })).toBeVisible()
  await expect(page.getByRole('link', { name: delivered.lastName })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Avvisat' })).toBeChecked()
})

test('a record opens beside the list under an address of its own, and leads through the list by keys', {
  tag: '@all',
}, async ({ page, request }) => {
  await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  const newer = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto('/leads?status=rejected')
  const link = page.getByRole('link', { name: newer.lastName })
  // Others send leads meanwhile: which is the next the list says.
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') })
  await expect(link).toBeVisible()
  const names = await rows.getByRole('link').allTextContents()
  const next = names[names.indexOf((await link.textContent()) ?? '') + 1] ?? ''
  await link.click()
  await expect(page).toHaveURL(`/leads?status=rejected&lead=${newer.id}`)
  const panel = page.getByRole('region', { name: newer.lastName })
  await expect(panel.getByRole('heading', { level: 2, name: newer.lastName })).toBeFocused()
  await expect(panel).toContainText('Vitec avvisade leadet')
  expect(await violationsOf(page, 'everything')).toEqual([])

  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 2, name: next })).toBeFocused()
  await expect(page).not.toHaveURL(new RegExp(newer.id))
  await expect(page).toHaveURL(/\/leads\?status=rejected&lead=[0-9a-f-]{36}$/)
  await page.reload()
  await expect(page.getByRole('region', { name: next })).toContainText('Vitec avvisade leadet')
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2, name: newer.lastName })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/leads?status=rejected')
  await expect(link).toBeFocused()

  await page.setViewportSize({ width: 1000, height: 700 })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/leads/${newer.id}`)
})

test('a text in a row can be selected, which opens nothing', async ({ page, request }) => {
  const lead = await sendLead(request)
  await page.goto('/leads')
  const row = page.getByRole('row').filter({ hasText: lead.lastName })
  const text = await row.getByText('Storgatan 12', { exact: false }).boundingBox()
  if (!text) throw new Error('the address is not in sight')
  await page.mouse.move(text.x + 1, text.y + text.height / 2)
  await page.mouse.down()
  await page.mouse.move(text.x + text.width - 1, text.y + text.height / 2, { steps: 4 })
  await page.mouse.up()
  expect(await page.evaluate(() => window.getSelection()?.toString())).toContain('Storgatan')
  await expect(page).toHaveURL('/leads')
})

test('“Alla leads” leads back to the filter and the place that a record was opened from', async ({
  page,
  request,
}) => {
  const ids: string[] = []
  for (let count = 0; count < 12; count += 1)
    ids.push((await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })).id)
  await page.setViewportSize({ width: 800, height: 500 })
  await page.goto('/leads?status=rejected')
  const last = page.locator(`a[href="/leads/${ids[0]}"]`)
  await last.scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => window.scrollY)
  expect(place).toBeGreaterThan(100)
  await last.click()
  await expect(page).toHaveURL(`/leads/${ids[0]}`)
  await page.getByRole('link', { name: 'Alla leads' }).click()
  await expect(page).toHaveURL('/leads?status=rejected')
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place)
  await expect(last).toBeInViewport()
})

test('where nothing matches, one press shows every lead again', async ({ page, request }) => {
  const lead = await sendLead(request)
  await page.goto('/leads?status=delivered')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill('ingen heter så här')
  await page.getByRole('button', { name: 'Visa alla leads' }).click()
  await expect(page.getByRole('link', { name: lead.lastName })).toBeVisible()
  await expect(page).toHaveURL('/leads')
})

test('what the log is narrowed to is saved for a spreadsheet, in which nothing a person wrote is a formula', async ({
  page,
  request,
}) => {
  const address = '=HYPERLINK("https://example.com")'
  const lead = await sendLead(request, { person: { address } })
  const other = await sendLead(request)
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(lead.lastName)
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara som CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^leads-\d{4}-\d\d-\d\d\.csv$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  const [heading, line, ...rest] = Buffer.concat(chunks).toString().split('\r\n')
  expect(heading).toMatch(/^\uFEFF"Mottaget";"Status"/)
  expect(line).toContain(`"${lead.lastName}"`)
  expect(line).toContain(`"'=HYPERLINK(""https://example.com"")"`)
  expect(rest).toEqual([''])
  expect(line).not.toContain(other.lastName)
  await page.goto('/settings/audit')
  await expect(page.getByRole('row').filter({ hasText: 'Sparade leads som CSV' }).first()).toBeVisible()
})

test('what the log cannot be narrowed to is refused by name, and nothing is saved', async ({ request }) => {
  const answer = await request.post('/api/staff/leads/export', { data: { status: 'sent', search: 7 } })
  expect(answer.status()).toBe(422)
  expect(await answer.json()).toMatchObject({
    errors: [
      { field: 'search', code: 'not_text' },
      { field: 'status', code: 'unknown_value' },
    ],
  })
})
