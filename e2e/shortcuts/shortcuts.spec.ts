import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

test('keys are listed by “?”, mean nothing while one types, and go where they say', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await page.goto('/leads')
  await expect(page.getByRole('link', { name: lead.lastName })).toBeVisible()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Kortkommandon' })
  await expect(list).toContainText('Markera som levererat')
  expect(await violationsOf(page, 'everything')).toEqual([])
  await page.keyboard.press('n')
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)

  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Sök leads' })
  await expect(search).toBeFocused()
  await page.keyboard.type('nj?')
  await expect(search).toHaveValue('nj?')
  await expect(page).toHaveURL('/leads')
  await page.keyboard.press('Escape')
  await search.blur()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page).toHaveURL('/customers')
  await page.keyboard.press('n')
  await expect(page).toHaveURL('/leads/new')
})

test('Ctrl+K finds a lead, a customer and a page, and puts nothing of a person in an address or in storage', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  const addresses: string[] = []
  page.on('request', (asked) => addresses.push(asked.url()))
  await page.goto('/customers')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Sök och gå till' })
  await expect(palette.getByRole('searchbox')).toBeFocused()
  expect(await violationsOf(page, 'everything')).toEqual([])
  await page.keyboard.type(lead.lastName)
  await expect(palette.getByRole('option', { name: new RegExp(lead.lastName) })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  expect(addresses.filter((address) => address.includes(lead.lastName))).toEqual([])
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    lead.lastName,
  )

  await page.keyboard.press('Control+k')
  await page.keyboard.type('händelselogg')
  await expect(palette.getByRole('option', { name: 'Händelselogg' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/settings/audit')
})

test('who turns single keys off has them off on every page, and Ctrl+K still works', async ({
  page,
  request,
}) => {
  await page.goto('/settings/account')
  const choice = page.getByRole('checkbox', { name: 'Använd kortkommandon' })
  try {
    await choice.focus()
    await page.keyboard.press('Space')
    await expect(choice).not.toBeChecked()
    await expect
      .poll(async () => {
        await page.reload()
        return choice.isChecked()
      })
      .toBe(false)
    await page.keyboard.press('n')
    await page.keyboard.press('?')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Sök och gå till' })).toBeVisible()
    await expect(page).toHaveURL('/settings/account')
  } finally {
    await request.patch('/api/staff/account/shortcuts', { data: { shortcuts: true } })
  }
})
