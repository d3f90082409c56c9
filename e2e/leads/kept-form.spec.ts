import { expect, test } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'

test('a lead whose answer was lost is sent again from the same form, and reaches Vitec once', async ({
  page,
}) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  await page.route(
    '**/api/staff/leads',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Vi fick inget svar' })).toBeVisible()
  await expect(page.getByLabel('Efternamn')).toHaveValue(lastName)

  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(lastName)
  expect(await receivedByVitec(page.request, lastName)).toHaveLength(1)
})

test('a text that the server would write otherwise is shown and asked for, then sent', async ({ page }) => {
  const changed = 'Du har fått ett lead, och klockan har passerat midnatt.'
  const sent: string[] = []
  await page.route('**/api/staff/leads', async (route) => {
    sent.push(route.request().postDataJSON().message)
    const body = { status: 'ERROR', code: 'message_changed', message: '', leadMessage: changed }
    await (sent.length === 1
      ? route.fulfill({ status: 409, json: body })
      : route.fulfill({ status: 503, json: {} }))
  })
  await openLeadForm(page)
  await fillLeadForm(page, uniqueName())
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByText('Texten till mäklaren har ändrats')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(changed)

  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect.poll(() => sent.at(1)).toBe(changed)
})

test('what is typed outlives a change of language and a look at another page', async ({ page }) => {
  const lastName = uniqueName()
  await openLeadForm(page)
  await page.getByLabel('Efternamn').fill(lastName)
  await page.getByText('EN', { exact: true }).click()
  await expect(page.getByLabel('Last name')).toHaveValue(lastName)
  await page.getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  await page.getByRole('link', { name: 'New lead' }).click()
  await expect(page.getByLabel('Last name')).toHaveValue(lastName)
})
