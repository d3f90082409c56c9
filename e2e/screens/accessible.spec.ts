import { expect, test } from 'playwright/test'
import { aloneWith } from '../actions/customers'
import { sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, { tag: colorScheme === 'dark' ? '@all' : [] }, () => {
    test.use({ colorScheme })
    const ask = colorScheme === 'light' ? 'everything' : 'colours'

    for (const path of [
      '/leads',
      '/leads/to-do',
      '/leads/new',
      '/customers',
      '/sandbox/inbox',
      '/leads/no-such-lead',
      '/settings/alerts',
      '/settings/audit',
      '/settings/privacy',
      '/settings/system',
    ]) {
      test(`axe finds nothing wrong on ${path}`, async ({ page, request }) => {
        await sendLead(request)
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await violationsOf(page, ask)).toEqual([])
      })
    }

    for (const customer of ['ABC123', 'SANDBOX-400', 'SANDBOX-LOST', 'SANDBOX-500', 'SANDBOX-404']) {
      // A delivered one and one in doubt have between them what the others have.
      const tag = ['ABC123', 'SANDBOX-LOST'].includes(customer) ? [] : '@all'
      test(`axe finds nothing wrong on the record of a lead to ${customer}`, { tag }, async ({
        page,
        request,
      }) => {
        await aloneWith(request, customer, async () => {
          const lead = await sendLead(request, { customer: { customer_id: customer } })
          await page.goto(`/leads/${lead.id}`)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          for (const name of ['Skickat till Vitec', 'Mottagen data']) {
            const button = page.getByRole('button', { name, exact: true })
            if (await button.count()) await button.first().click()
          }
          expect(await violationsOf(page, ask)).toEqual([])
        })
      })
    }
  })
}

test('no page is wider than a small phone', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [
    '/leads',
    '/leads/to-do',
    `/leads/${lead.id}`,
    '/leads/new',
    '/customers',
    '/settings/alerts',
    '/settings/api-keys',
    '/settings/system',
    '/sandbox/inbox',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, path).toBe(0)
  }
})
