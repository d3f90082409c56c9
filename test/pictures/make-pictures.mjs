import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { withOwnBrowser } from '../e2e/own-browser.mjs'
import { shiftedClock } from '../e2e/shifted-clock.mjs'
import { exampleCustomers, exampleLeads } from './example-leads.mjs'

/** When the leads come in: a weekday's morning, so that the pictures change where the screens do. */
const moment = new Date('2026-11-27T09:42:00Z')

/** When they are looked at: so long after that no picture says by a second how fast it was made. In ms. */
const later = 25 * 60_000

/** @typedef {{ page: import('playwright').Page, ids: Map<string, string> }} Scene `ids`: of the leads, by last name */

/** @type {Record<string, { colorScheme?: 'dark', show: (scene: Scene) => Promise<unknown> }>} */
const pictures = {
  form: { show: ({ page }) => showForm(page) },
  log: {
    async show({ page }) {
      await page.goto('/leads')
      await expect(page.getByRole('link', { name: 'Karin Exempelberg' })).toBeVisible()
    },
  },
  record: {
    colorScheme: 'dark',
    async show({ page, ids }) {
      await page.goto(`/leads/${ids.get('Provberg')}`)
      await expect(page.getByText('Vitec avvisade leadet').first()).toBeVisible()
    },
  },
  customers: {
    async show({ page }) {
      await page.goto('/customers')
      await expect(page.getByRole('list', { name: 'Kunder' }).getByText('Pausad')).toBeVisible()
    },
  },
}

/**
 * Makes each picture anew, 1280 × 800.
 * @param {string} folder
 */
export async function makePictures(folder) {
  mkdirSync(folder, { recursive: true })
  const days = (moment.getTime() - Date.now()) / 86_400_000
  await withOwnBrowser(shiftedClock(days), async ({ newPage, order }) => {
    for (const [vitecId, name] of Object.entries(exampleCustomers)) {
      const { id } = await order('/api/staff/customers', { vitecId, name })
      await order(`/api/staff/customers/${id}/lead-sources`, {
        vitecId: 'LEAD456',
        name: 'Värdering på webben',
      })
    }
    const ids = new Map()
    for (const lead of exampleLeads) ids.set(lead.person.last_name, (await order('/api/lead', lead)).id)
    for (const [name, { colorScheme = 'light', show }] of Object.entries(pictures)) {
      const page = await newPage({ colorScheme })
      await page.clock.setFixedTime(new Date(moment.getTime() + later))
      await show({ page, ids })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' })
      await page.close()
      console.log(`  ${name}.png`)
    }
  })
}

/** @param {import('playwright').Page} page */
async function showForm(page) {
  await page.goto('/leads/new')
  await expect(page.getByLabel('Leadkälla')).toContainText('Real AI Valuation Leads')
  const person = {
    ...{ Förnamn: 'Hjördis', Efternamn: 'Exempelström', Telefon: '070-174 06 50' },
    ...{ 'E-post': 'hjordis.exempelstrom@example.com', Gatuadress: 'Storgatan 12' },
    ...{ Postnummer: '114 22', Ort: 'Stockholm' },
  }
  for (const [field, text] of Object.entries(person)) await page.getByLabel(field).fill(text)
  await page.getByText('Villa', { exact: true }).click()
  await page.getByLabel('Värdering', { exact: true }).fill('5 500 000')
  const property = { Boarea: '150', Byggår: '1992' }
  for (const [field, text] of Object.entries(property)) await page.getByLabel(field).fill(text)
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText('150.0 m²')
  await page.evaluate(() => scrollTo(0, 0))
}
