import { expect, test } from 'playwright/test'
import { receivedByVitec, sendLead, uniqueName } from '../actions/leads'

test('a delivered lead shows Vitec’s id and the message as it was sent @smoke', async ({ page, request }) => {
  const lead = await sendLead(request)
  await page.goto(`/leads/${lead.id}`)
  const [received] = await receivedByVitec(request, lead.lastName)
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  await expect(page.getByText(received?.id ?? 'nothing was received', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(
    received?.personLead.message ?? 'nothing was received',
  )
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Lead', exact: true })).toContainText(
    'Skickat avÖppen sandlåda',
  )
  await page.getByRole('link', { name: 'Visa bara Öppen sandlåda' }).click()
  await expect(page).toHaveURL('/leads?sender=open')
  await expect(page.getByRole('list', { name: 'Valda filter' })).toContainText('Avsändare Öppen sandlåda')
})

test('the title of the page tells nothing of the person, because titles are kept in histories', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await page.goto(`/leads/${lead.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lead.lastName)
  expect(await page.title()).not.toContain(lead.lastName)
})

test('a rejected lead shows Vitec’s words, and can be sent again', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto(`/leads/${lead.id}`)
  await expect(page.getByText('Vitec avvisade leadet')).toBeVisible()
  await expect(page.getByRole('blockquote')).toContainText('The customer SANDBOX-400 refuses every lead.')
  await expect(page.getByText('Testkunden SANDBOX-400 avvisar alla leads.')).toBeVisible()

  await page.getByRole('button', { name: 'Skicka igen' }).click()
  await expect(page.getByRole('heading', { name: 'Försök 2' })).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toEqual([])
})

test('an uncertain lead is sent again only after a warning that it may arrive twice', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.goto(`/leads/${lead.id}`)
  await expect(page.getByText('Oklart om leadet kom fram')).toBeVisible()
  const sendAgain = page.getByRole('button', { name: 'Skicka igen' })

  await sendAgain.click()
  const dialog = page.getByRole('dialog', { name: 'Skicka igen?' })
  await expect(dialog).toContainText('får mäklaren det två gånger')
  await page.keyboard.press('Escape')
  await expect(sendAgain).toBeFocused()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)

  await sendAgain.click()
  await dialog.getByRole('button', { name: 'Skicka igen' }).click()
  await expect(page.getByRole('heading', { name: 'Försök 2' })).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(2)
})

test('an attempt shows what was sent and what was answered, word for word', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto(`/leads/${lead.id}`)
  await page.getByRole('button', { name: 'Skickat till Vitec', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Skickat till Vitec' }).last()).toContainText(
    `"lastName": "${lead.lastName}"`,
  )
  await page.getByRole('button', { name: 'Svar från Vitec', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Svar från Vitec' }).last()).toContainText(
    '"message": "The request is invalid."',
  )
})

test('the record answers a caller in one sentence, tells all that happened in order, and who must act @smoke', async ({
  page,
  request,
}) => {
  const person = { phone: '+46793412210', email: `${uniqueName()}@example.com` }
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' }, person })
  await page.goto(`/leads/${lead.id}`)
  await expect(
    page.getByText(/^Att läsa upp: Leadet kom in \d\d\.\d\d och skickades \d\d\.\d\d, men vi vet/),
  ).toBeVisible()
  await expect(page.getByText('Åtgärdas av: Oss')).toBeVisible()
  await expect(page.getByRole('link', { name: '079-341 22 10' })).toHaveAttribute('href', 'tel:+46793412210')

  await page.getByRole('button', { name: 'Det finns i Vitec' }).click()
  const timeline = page.getByRole('region', { name: 'Händelser' })
  const entries = timeline.getByRole('listitem')
  await expect(entries.first()).toContainText('Markerade ett lead som levererat · Öppen sandlåda')
  await expect(page.getByText(/Leadet kom in .* och finns i Vitec, det kontrollerade vi/)).toBeVisible()
  await expect(entries).toHaveCount(3)
  await expect(entries.nth(1).getByRole('heading', { name: 'Försök 1' })).toBeVisible()
  await expect(entries.last()).toContainText('Mottaget via API:t · Öppen sandlåda')

  const another = await sendLead(request, { person })
  await page.goto(`/leads/${another.id}`)
  const others = page.getByRole('region', { name: 'Personens andra leads' })
  await expect(others.getByRole('listitem').filter({ hasText: 'Levererat' }).first()).toBeVisible()
  await others.getByRole('link').first().click()
  await expect(page).toHaveURL(`/leads/${lead.id}`)
})

test('all of a lead’s attempts are copied with one press for a support case, as Vitec’s support can read them', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto(`/leads/${lead.id}`)
  await page.getByRole('button', { name: 'Kopiera allt för supportärende' }).click()
  await expect(page.getByText('Kopierat')).toBeAttached()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  for (const told of [lead.id, 'SANDBOX-400', 'Försök 1', 'HTTP 400', `"lastName": "${lead.lastName}"`])
    expect(copied).toContain(told)
  expect(copied).not.toMatch(/authorization|password/i)
})

test('a lead that waits for a paused customer says by whom that is mended, and how', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-403' } })
  await page.goto(`/leads/${lead.id}`)
  await expect(
    page.getByText('Åtgärdas av: Kunden. Be kunden ge oss rätt att skicka leads i Vitec.'),
  ).toBeVisible()
})

test('a lead that does not exist is a page that says so', async ({ page }) => {
  for (const id of ['01900000-0000-7000-8000-000000000000', 'no-id']) {
    const response = await page.goto(`/leads/${id}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'Sidan finns inte' })).toBeVisible()
  }
})
