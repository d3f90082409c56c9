import { expect } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { uniqueName } from '../actions/leads'
import type { Screen } from './screens'

/** The form. */
export const formScreens: Screen[] = [
  {
    name: 'form-errors',
    path: '/leads/new',
    open: async (page) => {
      await openLeadForm(page)
      await page.getByRole('button', { name: 'Skicka lead' }).click()
      await expect(page.getByText(/fält behöver rättas/)).toBeVisible()
    },
  },
  {
    name: 'form-sent',
    path: '/leads/new',
    open: async (page) => {
      await openLeadForm(page)
      await fillLeadForm(page, uniqueName())
      await page.getByRole('button', { name: 'Skicka lead' }).click()
      await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
    },
  },
  {
    name: 'form-similar',
    path: '/leads/new',
    open: async (page, { phone }) => {
      await openLeadForm(page)
      await page.getByLabel('Telefon').fill(phone)
      await expect(page.getByText('Samma telefon')).toBeVisible()
    },
  },
  {
    name: 'form-pasted',
    path: '/leads/new',
    open: async (page) => {
      await openLeadForm(page)
      await page.evaluate(() => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(
          'text/plain',
          'Erik Andersson\nMobil: 070-174 06 05\nerik@example.com\nStorgatan 12\n114 22 Stockholm',
        )
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      })
      await expect(page.getByRole('region', { name: 'Inklistrad kontakt' })).toBeVisible()
    },
  },
  {
    name: 'form-other-draft',
    path: '/leads/new',
    open: async (page) => {
      await openLeadForm(page)
      const other = await page.context().newPage()
      await openLeadForm(other)
      await other.getByLabel('Efternamn').fill(uniqueName())
      await expect
        .poll(async () => (await (await page.request.get('/api/staff/draft')).json()).draft)
        .not.toBeNull()
      await other.close()
      await page.getByLabel('Efternamn').fill(uniqueName())
      await expect(page.getByText('Det finns ett annat utkast')).toBeVisible()
    },
  },
  {
    name: 'form-mends',
    path: ({ leads }) => `/leads/new?replaces=${leads.doubt}`,
    open: async (page) => {
      await page.getByLabel('Efternamn').fill('Andersson')
      await expect(page.getByText(/^Ändrad, var/)).toBeVisible()
    },
  },
  {
    name: 'form-asked',
    path: '/leads/new',
    open: async (page) => {
      await openLeadForm(page)
      await fillLeadForm(page, uniqueName())
      await page.getByLabel('E-post').fill('erik.andersson@gmial.com')
      await page.getByLabel('Telefon').fill('074-123 45 67')
      await page.getByRole('button', { name: 'Skicka lead' }).click()
      await expect(page.getByRole('button', { name: 'Ja, det stämmer' })).toBeVisible()
    },
  },
]
