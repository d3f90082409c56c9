import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'
import { searchPerson } from '../privacy/choose-person'

/** A name of letters only that no other test has: what has digits is no name that a person writes wrong. */
const unlikeOthers = () =>
  `Svea${crypto
    .randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`

/** A name with a letter left out in its middle. */
const mistaken = (name: string) => name.slice(0, 4) + name.slice(5)

test('a name that was written wrong is asked about, and one press finds who was meant', async ({
  page,
  request,
}) => {
  const lastName = unlikeOthers()
  await sendLead(request, { person: { last_name: lastName } })
  const addresses: string[] = []
  page.on('request', (asked) => addresses.push(asked.url()))
  await page.goto('/leads')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(mistaken(lastName))
  await expect(page.getByText('Inga träffar')).toBeVisible()
  await page.getByRole('button', { name: `Menade du ${lastName}?` }).press('Enter')
  await expect(page.getByRole('link', { name: lastName })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Sök leads' })).toHaveValue(lastName)
  expect(addresses.filter((address) => /[?&].*(?:search|name)/.test(address))).toEqual([])
})

test('a person is found under personal data though the name was written wrong, and the page says so', async ({
  page,
  request,
}) => {
  const lastName = unlikeOthers()
  await sendLead(request, { person: { last_name: lastName } })
  await page.goto('/settings/privacy')
  await searchPerson(page, mistaken(lastName))
  await expect(page.getByText(`Ingenting hittades för ”${mistaken(lastName)}”`)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: new RegExp(lastName) })).toBeVisible()
})
