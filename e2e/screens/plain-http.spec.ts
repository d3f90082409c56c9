import { expect, type Page, test } from 'playwright/test'
import { type ClosedService, startClosedService } from '../actions/closed-server'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { uniqueName } from '../actions/leads'
import { signInAs } from '../actions/sign-in'

test.describe.configure({ mode: 'default' })

let service: ClosedService
test.beforeAll(async () => {
  test.setTimeout(300_000)
  service = await startClosedService()
})
test.afterAll(async () => {
  expect(await service.stop()).toBe(true)
})

let page: Page
test.beforeEach(async ({ browser }) => {
  // A name that is not this machine's own, without https: a browser gives such a page less to work with.
  const baseURL = service.address.replace('127.0.0.1', 'leads.example')
  const context = await browser.newContext({ baseURL })
  await signInAs(context, baseURL, service.administrator)
  page = await context.newPage()
  await page.goto('/leads')
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
})
test.afterEach(() => page.context().close())

const failure = 'Det gick inte att kopiera. Markera texten och kopiera den själv.'

async function pasted(): Promise<string> {
  await page.goto('/leads/new')
  const field = page.getByLabel('E-post')
  await field.focus()
  await page.keyboard.press('ControlOrMeta+v')
  return field.inputValue()
}

async function openRecord(): Promise<string> {
  await openLeadForm(page)
  await fillLeadForm(page, uniqueName())
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await page.getByRole('link', { name: 'Visa leadet' }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}/)
  return page.url().slice(-36)
}

test('over plain http a lead is sent from the form, and its id is copied: a sandbox on the office’s net has no https', {
  tag: '@all',
}, async () => {
  const id = await openRecord()
  await page.getByRole('button', { name: 'Kopiera leadets id' }).click()
  await expect(page.getByText('Kopierat')).toBeAttached()
  expect(await pasted()).toBe(id)
})

test('a link in a dialog is copied over plain http, although the dialog keeps the focus', async () => {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Bjud in' }).click()
  await page.getByLabel('E-post').fill(`${uniqueName().toLowerCase()}@example.com`)
  await page.getByRole('dialog').getByRole('button', { name: 'Bjud in' }).click()
  const link = await page.getByRole('dialog').locator('code').textContent()
  await page.getByRole('button', { name: 'Kopiera länken' }).click()
  await expect(page.getByText('Kopierat')).toBeAttached()
  expect(await pasted()).toBe(link)
})

test('a browser that does not let a page copy is told of, and the text stays to be marked', {
  tag: '@all',
}, async () => {
  await page.addInitScript(() => {
    document.execCommand = () => false
  })
  const id = await openRecord()
  await page.getByRole('button', { name: 'Kopiera leadets id' }).click()
  await expect(page.getByText(failure)).toBeVisible()
  await page.getByText(id, { exact: true }).selectText()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(id)
})
