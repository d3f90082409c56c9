import { rmSync } from 'node:fs'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { leadBody, sendLead, uniqueName } from '../actions/leads'
import { shiftedClock } from '../actions/surroundings'
import { violationsOf } from '../actions/violations-of'

const shown = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeAttached()

const chips = (page: Page) => page.getByRole('list', { name: 'Valda filter' }).getByRole('listitem')

test('a press in a cell shows only what is like it; each filter is a chip, in the address by ids alone, and is taken away alone', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  const rejected = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.goto('/leads')
  const row = page.getByRole('row').filter({ hasText: lead.lastName })
  await row.hover()
  await row.getByRole('button', { name: 'Visa bara Testmäklarna' }).click()
  await expect(page).toHaveURL(/\/leads\?customer=[0-9a-f-]{36}$/)
  await expect(chips(page)).toHaveText(['Kund Testmäklarna'])
  await expect(page.getByRole('link', { name: lead.lastName })).toBeVisible()
  await expect(page.getByRole('link', { name: rejected.lastName })).toHaveCount(0)

  await test.step('by keys, from the link of a row', async () => {
    await page.getByRole('link', { name: lead.lastName }).focus()
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key)
    await expect(page).toHaveURL(/&status=[a-z]+$/)
    await expect(page.getByRole('radio', { name: 'Alla', exact: true })).not.toBeChecked()
  })
  await page.reload()
  await expect(chips(page).filter({ visible: true })).toHaveText(['Kund Testmäklarna'])
  await page.getByRole('button', { name: 'Ta bort filtret Kund: Testmäklarna' }).click()
  await expect(page).toHaveURL(/\/leads\?status=[a-z]+$/)
  await page.getByRole('button', { name: 'Rensa', exact: true }).click()
  await expect(page).toHaveURL('/leads')
  await expect(page.getByRole('link', { name: rejected.lastName })).toBeVisible()
})

test('several statuses, a channel, a sender and two days are chosen together, and what is no day is said to be none', {
  tag: '@all',
}, async ({ page, request }) => {
  const city = uniqueName()
  const sent = await sendLead(request, { person: { city } })
  await page.goto('/leads')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Filtrera leads' })
  await expect(dialog).toBeVisible()
  for (const status of ['Avvisat', 'Levererat']) await dialog.getByText(status, { exact: true }).click()
  await choose(dialog, 'Kanal', 'API')
  await choose(dialog, 'Avsändare', 'Öppen sandlåda')
  await choose(dialog, 'Mottaget', 'Mellan två dagar …')
  await dialog.getByLabel('Från och med').fill('2026-02-30')
  await dialog.getByLabel('Till och med').fill('2026-03-01')
  await dialog.getByRole('button', { name: 'Visa leads' }).click()
  await expect(dialog.getByText('Skriv ett datum, till exempel 2026-01-27.').first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByLabel('Från och med').fill('2026-01-01')
  await dialog.getByLabel('Till och med').fill('2099-12-31')
  await dialog.getByRole('button', { name: 'Visa leads' }).click()
  await expect(chips(page)).toHaveText([
    'Status Levererat, Avvisat',
    'Kanal API',
    'Avsändare Öppen sandlåda',
    'Mottaget 2026-01-01 – 2099-12-31',
  ])
  expect(new URL(page.url()).searchParams.get('received')).toBe('2026-01-01..2099-12-31')
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(city)
  await shown(page, '1 lead visas')
  await page.getByRole('button', { name: 'Ta bort filtret Mottaget' }).click()
  await page.getByLabel('Mottaget').selectOption('yesterday')
  await expect(page.getByText('Inga träffar')).toBeVisible()
  await page.getByLabel('Mottaget').selectOption('today')
  await expect(page.getByRole('link', { name: sent.lastName })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('on a phone every filter is in a sheet, and every chip can be reached and pressed', {
  tag: '@all',
}, async ({ browser, request }) => {
  await sendLead(request)
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto('/leads?status=delivered&channel=api&received=this-month')
  await expect(page.getByRole('radiogroup', { name: 'Status' })).toBeHidden()
  await expect(chips(page)).toHaveText(['Status Levererat', 'Kanal API'])
  for (const button of await chips(page).getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Filter', exact: true }).tap()
  const dialog = page.getByRole('dialog', { name: 'Filtrera leads' })
  await dialog.getByText('Avvisat', { exact: true }).tap()
  await dialog.getByRole('button', { name: 'Visa leads' }).tap()
  await expect(chips(page).first()).toHaveText('Status Levererat, Avvisat')
  expect(await violationsOf(page)).toEqual([])
  await context.close()
})

test("last month's leads of one customer are in a spreadsheet in four clicks from the log", {
  tag: '@all',
}, async ({ page, playwright }) => {
  test.setTimeout(300_000)
  const dataDir = newDataFolder()
  const lastName = uniqueName()
  const customers = ['ABC123', 'SANDBOX-400']
  try {
    const before = await startServer({ dataDir })
    const caller = await playwright.request.newContext({ baseURL: before.address })
    for (const customer_id of customers)
      await caller.post('/api/lead', {
        data: leadBody({ customer: { customer_id }, person: { last_name: lastName } }),
      })
    await caller.dispose()
    expect(await before.stop()).toBe(true)

    const after = await startServer({ dataDir, settings: shiftedClock(daysToNextMonth()) })
    const later = await playwright.request.newContext({ baseURL: after.address })
    await later.post('/api/lead', { data: leadBody({ person: { last_name: `${lastName}son` } }) })
    await page.goto(`${after.address}/leads`)
    const row = page.getByRole('row').filter({ hasText: `${lastName}son` })
    await row.hover()
    let clicks = 0
    await row.getByRole('button', { name: 'Visa bara Testmäklarna' }).click()
    clicks += 1
    await page.getByLabel('Mottaget').selectOption('last-month')
    // The list is opened, and one of it is chosen.
    clicks += 2
    await shown(page, '1 lead visas')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Spara som CSV' }).click()
    clicks += 1
    const chunks: Buffer[] = []
    for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk)
    const lines = Buffer.concat(chunks).toString().split('\r\n')
    expect(clicks).toBe(4)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(`"Testmäklarna";"ABC123"`)
    expect(lines[1]).toContain(`"${lastName}"`)
    await page.goto(`${after.address}/settings/audit`)
    const event = page.getByRole('row').filter({ hasText: 'Sparade leads som CSV' })
    await expect(event).toContainText('1 lead')
    await later.dispose()
    expect(await after.stop()).toBe(true)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

/** To a day in the middle of the month that follows, wherever in this one we are. */
function daysToNextMonth(): number {
  const now = new Date()
  const then = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 15))
  return Math.round((then.getTime() - now.getTime()) / 86_400_000)
}

async function choose(place: Locator, label: string, option: string): Promise<void> {
  await place.getByRole('button', { name: label }).click()
  const list = place.page().getByRole('listbox')
  await list.getByRole('option', { name: option, exact: true }).click()
}
