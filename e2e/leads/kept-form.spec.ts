import { expect, type Page, test } from 'playwright/test'
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

test('what is typed while a lead is under way is the next one, and a lead that does not arrive waits beside it', async ({
  page,
}) => {
  const [first, second] = [uniqueName(), uniqueName()]
  let refuse = () => {}
  const refused = new Promise<void>((resolve) => {
    refuse = resolve
  })
  await openLeadForm(page)
  await fillLeadForm(page, first)
  await page.route(
    '**/api/staff/leads',
    async (route) => {
      await refused
      await route.fulfill({ status: 429, json: { status: 'ERROR', code: 'rate_limited', message: '' } })
    },
    { times: 1 },
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await page.keyboard.type('Astrid')
  await page.keyboard.press('Tab')
  await page.keyboard.type(second)
  refuse()
  const waiting = page.getByRole('region', { name: 'Inte skickat' })
  await expect(waiting).toContainText(first)
  await expect(page.getByLabel('Efternamn')).toHaveValue(second)
  // Both are there for the next page, whatever becomes of this one.
  await expect.poll(async () => lastNames(await draftOf(page))).toEqual([second, first])

  await waiting.getByRole('button', { name: 'Öppna' }).click()
  await expect(page.getByLabel('Efternamn')).toHaveValue(first)
  await expect(waiting).toContainText(second)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(first)
  expect(await receivedByVitec(page.request, first)).toHaveLength(1)
  await waiting.getByRole('button', { name: 'Ta bort' }).click()
  await expect(waiting).toHaveCount(0)
  await expect.poll(async () => (await draftOf(page)).unsent).toEqual([])
})

type Kept = { values: { person: { last_name: string } } }

/** Of the draft, and of what did not arrive. */
const lastNames = ({ draft, unsent }: { draft: Kept | null; unsent: Kept[] }) =>
  [...(draft ? [draft] : []), ...unsent].map(({ values }) => values.person.last_name)

const draftOf = async (page: Page) => (await page.request.get('/api/staff/draft')).json()

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
