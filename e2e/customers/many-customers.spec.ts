import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

const count = 300
const name = (number: number) => `Exempelmäklare ${number} med ett ganska långt namn i Örnsköldsvik`

test('among three hundred customers one is found by typing, and those that are paused stand first', {
  tag: '@all',
}, async ({ page, playwright }) => {
  const server = await startServer()
  const request = await playwright.request.newContext({ baseURL: server.address })
  const add = (number: number) =>
    request.post('/api/staff/customers', { data: { vitecId: `MANY${number}`, name: name(number) } })
  const search = page.getByRole('searchbox', { name: 'Sök kunder' })
  const rows = page.getByRole('list', { name: 'Kunder' }).getByRole('listitem')
  try {
    for (let begin = 0; begin < count; begin += 20)
      await Promise.all(Array.from({ length: 20 }, (_, index) => add(begin + index)))
    await sendLead(request, { customer: { customer_id: 'SANDBOX-403' } })

    await page.goto(`${server.address}/customers`)
    await expect(rows).toHaveCount(50)
    await expect(rows.first()).toContainText('SANDBOX-403')
    await expect(rows.first()).toContainText('1 lead väntar.')
    await expect(rows.first()).toContainText('Rättigheter saknas för kunden')
    await expect(rows.nth(1), 'then by name, 2 before 10').toContainText('Exempelmäklare 0')
    const told = page.getByRole('status').filter({ hasText: 'kunder visas' })
    await expect(told).toHaveText('50 av 303 kunder visas, 1 är pausad')
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Visa fler' }).click()
    await expect(rows).toHaveCount(100)

    await test.step('three lines each on a small phone', async () => {
      await page.setViewportSize({ width: 360, height: 740 })
      const tallest = await rows.evaluateAll((all) => Math.max(...all.map((row) => row.clientHeight)))
      expect(tallest).toBeLessThanOrEqual(3 * 20 + 16)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBe(0)
      expect(await violationsOf(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
    })

    await search.fill('many299')
    await expect(rows).toHaveCount(1)
    await expect(page).toHaveURL(`${server.address}/customers`)
    await rows.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: name(299) })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await page.goBack()
    await expect(search, 'what was typed is there still').toHaveValue('many299')
    await expect(rows).toHaveCount(1)

    await search.fill('ingen sådan')
    await expect(page.getByText('Inga träffar')).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Visa alla kunder' }).click()
    await expect(rows).not.toHaveCount(0)

    await page.route('**/api/staff/customers/search', (asked) => asked.fulfill({ status: 400, json: {} }))
    await search.fill('many1')
    const failed = page.getByRole('alert').filter({ hasText: 'Kunderna kunde inte hämtas' })
    await expect(failed).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await page.unroute('**/api/staff/customers/search')
    await failed.getByRole('button', { name: 'Försök igen' }).click()
    await expect(rows.first()).toContainText('Exempelmäklare 1 med')
    await expect(failed).toBeHidden()

    await page.goto(`${server.address}/leads/new`)
    const customer = page.getByRole('combobox', { name: 'Kund', exact: true })
    // The page may scroll to the box while its list opens, which closes the list.
    await expect(async () => {
      await customer.fill('299')
      await expect(page.getByRole('option', { name: name(299) })).toBeVisible({ timeout: 2_000 })
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await customer.blur()
      await expect(customer).toHaveValue(name(299), { timeout: 2_000 })
    }).toPass()
  } finally {
    await request.dispose()
    expect(await server.stop()).toBe(true)
  }
})
