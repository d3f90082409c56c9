import { expect, type Page, test } from 'playwright/test'
import { receivedByVitec, type SentLead, sendAgain, sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'
import { choosePerson, searchPerson } from './choose-person'

const search = async (page: Page, text: string) => {
  await page.goto('/settings/privacy')
  await searchPerson(page, text)
}

const choose = async (page: Page, lead: SentLead) => {
  await page.goto('/settings/privacy')
  await choosePerson(page, lead.lastName)
}

test('a person is found, chosen and erased: a receipt says how much, and nobody finds them again @smoke', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  const namesake = await sendLead(request)
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
  const addresses: string[] = []
  page.on('request', (asked) => addresses.push(asked.url()))
  await choose(page, lead)
  await page.getByRole('button', { name: 'Radera …' }).click()
  const question = page.getByRole('dialog', { name: 'Radera personen i 1 lead?' })
  await expect(question).toContainText('Leads som redan finns i Vitec')
  await question.getByRole('button', { name: 'Radera för alltid' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Kvitto på radering' })).toBeVisible()
  const receipt = page.getByRole('region', { name: 'Kvitto på radering' })
  await expect(receipt).toContainText('Öppen sandlåda')
  await expect(receipt).toContainText('Säkerhetskopior av databasen')
  expect(await page.content()).not.toContain(lead.lastName)
  expect(addresses.filter((address) => address.includes(lead.lastName))).toEqual([])

  expect(await receivedByVitec(request, lead.lastName)).toEqual([])
  await search(page, lead.lastName)
  await expect(page.getByText('Ingenting hittades.')).toBeVisible()
  await search(page, namesake.lastName)
  await expect(page.getByRole('checkbox', { name: new RegExp(namesake.lastName) })).toBeVisible()
})

test('an erased lead says so in its record and in the log, and can do nothing any more', async ({
  page,
  request,
}) => {
  const { id, lastName } = await sendLead(request, { customer: { customer_id: 'SANDBOX-503' } })
  const data = { id: crypto.randomUUID(), leadIds: [id] }
  const receipt = await (await request.post('/api/staff/privacy/erasures', { data })).json()
  expect(receipt).toMatchObject({ leads: 1, cancelled: 1, attempts: 1, inLedger: true })
  await page.goto(`/leads/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Avidentifierat')
  await expect(page.getByText('Personuppgifterna är borttagna', { exact: true })).toBeVisible()
  await expect(page.getByText(receipt.id)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Skicka igen' })).toHaveCount(0)
  expect((await sendAgain(request, id, 1)).status()).toBe(409)
  expect(await (await request.get(`/api/lead/${id}`)).json()).toMatchObject({
    status: 'cancelled',
    lead_message: '',
  })
  await page.goto('/leads')
  await page.getByRole('searchbox').fill(id)
  const row = page.getByRole('row').filter({ hasText: 'Avidentifierat' })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Stoppat')
  expect(await page.content()).not.toContain(lastName)
})

test('what there is of a person is shown on a page, and saved as JSON under a name that tells nothing', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await choose(page, lead)
  await page.getByRole('button', { name: 'Lämna ut …' }).click()
  await expect(page.getByRole('heading', { name: 'Uppgifter om en person' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(lead.lastName)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara som JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d\d-\d\d\.json$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  const saved = JSON.parse(Buffer.concat(chunks).toString())
  expect(saved.leads).toEqual([expect.objectContaining({ id: lead.id, lastName: lead.lastName })])
  expect(saved.sandboxInbox).toHaveLength(1)
  expect(new URL(page.url()).pathname).toBe('/settings/privacy')
})

test('the pages of personal data are accessible, and say how long they are kept', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await choose(page, lead)
  await expect(page.getByText('Personuppgifter sparas i 24 månader')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Lämna ut …' }).click()
  await expect(page.getByRole('heading', { name: 'Uppgifter om en person' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})
