import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/send-lead'

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
