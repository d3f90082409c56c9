import { expect, type Page } from 'playwright/test'
import { addCustomer } from '../actions/customers'
import { sendLead } from '../actions/leads'
import { searchPerson } from '../privacy/choose-person'

/** What a service has for its screens to show. */
export type Filled = Awaited<ReturnType<typeof fill>>

/** Has a service hold a lead in every state, a customer that is paused and one that is not, a note and a view. */
export async function fill({ request }: Page) {
  const send = async (customer_id: string, person = {}) =>
    (await sendLead(request, { customer: { customer_id }, person })).id
  const phone = `070${Math.floor(Math.random() * 9_000_000 + 1_000_000)}`
  const post = (path: string, data: object = {}) => request.post(`/api/staff/${path}`, { data })
  const leads = {
    delivered: await send('ABC123', { phone, first_name: 'Hjördis' }),
    rejected: await send('SANDBOX-400'),
    doubt: await send('SANDBOX-LOST'),
    waiting: await send('SANDBOX-500'),
    stopped: await send('SANDBOX-500'),
    erased: await send('ABC123'),
    paused: await send('SANDBOX-404'),
  }
  await post(`leads/${leads.stopped}/cancel`)
  await post('privacy/erasures', { id: crypto.randomUUID(), leadIds: [leads.erased] })
  await post(`leads/${leads.delivered}/notes`, { text: 'Vill bli uppringd efter fem.' })
  await post('views', { name: 'Att ringa', shared: true, filter: { status: ['rejected'] } })
  await post('api-keys', { name: 'Webben', customers: null, perMinute: 60, expiresInDays: 30 })
  await post('invitations', { email: 'siv@example.com', role: 'staff' })
  const name = 'Fastighetsbyrån Ekstrand och Söderlund'
  const ordinary = await addCustomer(request, { vitecId: 'OWN1', name, sourceId: 'WEBB1' })
  const { customers: list } = await (await request.get('/api/staff/customers')).json()
  const { customer } = await (await request.get(`/api/staff/customers/${ordinary}`)).json()
  const paused = list.find(({ vitecId }: { vitecId: string }) => vitecId === 'SANDBOX-404').id
  const leadSource: string = customer.leadSources[0].id
  return { leads, customers: { ordinary, paused }, leadSource, phone }
}

/** A screen as its reader may find it: where it is, and what they do there. */
export type Screen = {
  name: string
  path: string | ((there: Filled) => string)
  open?: (page: Page, there: Filled) => Promise<unknown>
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible()
const pressFor = (name: string | RegExp) => async (page: Page) => {
  await press(page, name)
  await dialog(page)
}
const fails = (path: string) => (page: Page) => page.route(path, (route) => route.fulfill({ status: 503 }))

/** The log, the list of things to do, and the record. */
export const logScreens: Screen[] = [
  {
    name: 'log-chips',
    path: ({ customers }) => `/leads?status=rejected,delivered&channel=api&customer=${customers.ordinary}`,
  },
  {
    name: 'log-no-hit',
    path: '/leads',
    open: async (page) => {
      await page.getByRole('searchbox').fill('ingen heter så')
      await expect(page.getByText('Inga träffar').first()).toBeVisible()
    },
  },
  {
    name: 'log-error',
    path: '/leads',
    open: async (page) => {
      await fails('**/api/staff/leads/search')(page)
      await page.getByRole('searchbox').fill('annat')
      await expect(page.getByRole('alert').filter({ has: page.getByRole('button') })).toBeVisible()
    },
  },
  { name: 'log-filter', path: '/leads', open: pressFor('Filter') },
  { name: 'log-views', path: '/leads', open: pressFor('Vyer') },
  { name: 'log-bulk', path: '/leads?status=rejected', open: pressFor(/^Skicka alla avvisade igen/) },
  {
    name: 'log-panel',
    path: ({ leads }) => `/leads?lead=${leads.rejected}`,
    open: async (page) => {
      await expect(page.locator('[data-takes-keys]')).toBeAttached()
    },
  },
  ...(['stopped', 'erased'] as const).map((state) => ({
    name: `record-${state}`,
    path: ({ leads }: Filled) => `/leads/${leads[state]}`,
    open: async (page: Page) => {
      for (const name of ['Skickat till Vitec', 'Mottagen data']) {
        const button = page.getByRole('button', { name, exact: true })
        if (await button.count()) await button.first().click()
      }
    },
  })),
  { name: 'record-send-again', path: ({ leads }) => `/leads/${leads.doubt}`, open: pressFor(/^Skicka igen/) },
  { name: 'record-stop', path: ({ leads }) => `/leads/${leads.waiting}`, open: pressFor(/^Stoppa leadet/) },
  {
    name: 'palette',
    path: '/leads',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await dialog(page)
      await page.keyboard.type('Erik')
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'keys',
    path: '/leads',
    open: async (page) => {
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
]

/** Customers and settings. */
export const otherScreens: Screen[] = [
  {
    name: 'customers-no-hit',
    path: '/customers',
    open: (page) => page.getByRole('searchbox').fill('ingen heter så'),
  },
  { name: 'customer', path: ({ customers }) => `/customers/${customers.ordinary}` },
  { name: 'customer-paused', path: ({ customers }) => `/customers/${customers.paused}` },
  { name: 'customer-new', path: '/customers', open: pressFor('Ny kund') },
  {
    name: 'customer-account',
    path: ({ customers }) => `/customers/${customers.ordinary}`,
    open: pressFor(/^Vitec-konto/),
  },
  {
    name: 'posting-pack',
    path: ({ customers, leadSource }) =>
      `/customers/${customers.ordinary}/lead-sources/${leadSource}/posting-pack?lang=en`,
  },
  { name: 'account', path: '/settings/account' },
  { name: 'people', path: '/settings/people' },
  { name: 'people-invite', path: '/settings/people', open: pressFor('Bjud in') },
  { name: 'api-keys', path: '/settings/api-keys' },
  { name: 'api-keys-new', path: '/settings/api-keys', open: pressFor('Ny nyckel') },
  { name: 'sending', path: '/settings/sending' },
  { name: 'sending-hold', path: '/settings/sending', open: pressFor(/^Pausa alla utskick/) },
  {
    name: 'privacy-found',
    path: '/settings/privacy',
    open: async (page) => {
      await searchPerson(page, 'Erik')
      await expect(page.getByText(/leads? hittades/)).toBeVisible()
    },
  },
  {
    name: 'audit-no-hit',
    path: '/settings/audit',
    open: async (page) => {
      await page.getByLabel('Vem').fill('nobody-at-all')
      await press(page, 'Sök')
      await expect(page.getByText('Inga händelser', { exact: true }).first()).toBeVisible()
    },
  },
]
