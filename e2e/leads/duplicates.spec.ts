import { expect, test } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { leadBody, receivedByVitec, sendLead, uniqueName } from '../actions/leads'

/** A number that no other test has: one that no plan gives out would be asked about. */
const number = () => `070${Math.floor(Math.random() * 9_000_000 + 1_000_000)}`

test('a lead like one that came lately is told of while it is typed, and is sent all the same', {
  tag: '@all',
}, async ({ page, request }) => {
  const phone = number()
  const before = await sendLead(request, { person: { phone, first_name: 'Hjördis' } })
  const lastName = uniqueName()
  await openLeadForm(page)
  await fillLeadForm(page, lastName)
  await page.getByLabel('Telefon').fill(`${phone.slice(0, 3)}-${phone.slice(3)}`)
  const warning = page
    .getByRole('listitem')
    .filter({ hasText: 'Samma telefon' })
    .filter({ hasText: 'Hjördis' })
  await expect(warning).toContainText('levererat')
  await expect(warning.getByRole('link', { name: 'visa' })).toHaveAttribute('href', `/leads/${before.id}`)
  await page.getByLabel('Telefon').fill(number())
  await expect(warning).toHaveCount(0)
  await page.getByLabel('Telefon').fill(phone)
  await expect(warning).toBeVisible()
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  expect(await warning.count(), 'it goes with the form that it was of').toBe(0)
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  expect(await receivedByVitec(request, lastName)).toHaveLength(1)
})

test('the API warns of it in its answer, the same again for the same key', async ({ request }) => {
  const phone = number()
  const { id } = await sendLead(request, { person: { phone } })
  const key = crypto.randomUUID()
  const data = leadBody({ person: { phone, last_name: uniqueName() } })
  const post = () => request.post('/api/lead', { data, headers: { 'Idempotency-Key': key } })
  const first = await (await post()).json()
  expect(first.warning_details).toContainEqual(
    expect.objectContaining({ code: 'similar_lead', params: expect.objectContaining({ lead: id }) }),
  )
  expect(await (await post()).json()).toEqual(first)
})
