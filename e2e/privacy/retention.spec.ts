import { rmSync } from 'node:fs'
import { expect, type Page, type PlaywrightWorkerArgs, test } from 'playwright/test'
import type { LeadPage } from '@/lib/leads/lead-view'
import { startServer } from '@/test/e2e/start-server.mjs'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { leadBody } from '../actions/leads'
import { shiftedClock } from '../actions/surroundings'
import { violationsOf } from '../actions/violations-of'

const sent = 5

/** A service of its own on a folder, with a clock that is so many days ahead. */
async function startAhead(playwright: PlaywrightWorkerArgs['playwright'], dataDir: string, days: number) {
  const settings = { RETENTION_MONTHS: '1', ...(days > 0 ? shiftedClock(days) : {}) }
  const server = await startServer({ dataDir, settings })
  const request = await playwright.request.newContext({ baseURL: server.address })
  return {
    request,
    address: server.address,
    async anonymised(): Promise<number> {
      const search = { data: { search: '', status: null } }
      const { leads }: LeadPage = await (await request.post('/api/staff/leads/search', search)).json()
      expect(leads).toHaveLength(sent)
      return leads.filter(({ anonymisedAt }) => anonymisedAt !== null).length
    },
    async stop() {
      await request.dispose()
      expect(await server.stop()).toBe(true)
    },
  }
}

/** The first look at retention comes some seconds after a start. */
async function untilShown(page: Page, address: string, text: string) {
  await expect(async () => {
    await page.goto(`${address}/settings/privacy`)
    await expect(page.getByRole('status').getByText(text)).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

test('a wrong clock removes nobody: years ahead retention stops, some weeks ahead it waits for a yes to the number shown', {
  // lib/privacy/run-retention.test.ts has the rules; this walks them, with three starts.
  tag: '@all',
}, async ({ page, playwright }) => {
  test.setTimeout(600_000)
  const dataDir = newDataFolder()
  const panel = page.getByRole('region', { name: 'Gallring' })
  try {
    const right = await startAhead(playwright, dataDir, 0)
    for (let lead = 0; lead < sent; lead++)
      expect((await right.request.post('/api/lead', { data: leadBody() })).status()).toBe(200)
    await right.stop()

    const years = await startAhead(playwright, dataDir, 3 * 366)
    await untilShown(page, years.address, 'Klockan kan gå fel')
    await expect(panel.getByRole('button', { name: 'Klockan går rätt' })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    expect(await years.anonymised()).toBe(0)
    await years.stop()

    const weeks = await startAhead(playwright, dataDir, 40)
    await untilShown(page, weeks.address, '5 av 5 leads är äldre än de får vara')
    await expect(panel).toContainText('Det är fler än 1')
    expect(await violationsOf(page)).toEqual([])
    expect(await weeks.anonymised()).toBe(0)

    await panel.getByRole('button', { name: 'Avidentifiera 5 leads?' }).press('Enter')
    const question = page.getByRole('dialog', { name: 'Avidentifiera 5 leads?' })
    await expect(question.getByRole('button', { name: 'Tillbaka' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(panel).toContainText('5 leads avidentifierades')
    await expect(question).toBeHidden()
    await expect(panel.getByRole('button')).toHaveCount(0)
    expect(await weeks.anonymised()).toBe(5)
    await page.goto(`${weeks.address}/settings/audit`)
    await expect(page.getByRole('row', { name: 'Godkände en gallring' })).toBeVisible()
    await weeks.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
