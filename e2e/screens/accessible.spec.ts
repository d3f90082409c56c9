import { expect, test } from 'playwright/test'
import { aloneWith } from '../actions/customers'
import { sendLead } from '../actions/leads'
import { faultsOf } from './faults-of'

for (const [of, paths] of [
  ['what is worked with all day', ['/leads', '/leads/new', '/leads/no-such-lead']],
  ['what is looked up', ['/leads/to-do', '/customers', '/sandbox/inbox']],
  ['what is looked after', ['/settings/audit', '/settings/privacy', '/settings/sending']],
  ['what is set', ['/settings/alerts', '/settings/api-keys', '/settings/system']],
] as const) {
  const tag = of === 'what is worked with all day' ? [] : '@all'
  test(`everybody can use ${of}: in both themes, in their own colours, on a phone, at 400 %`, {
    tag,
  }, async ({ page, request }) => {
    await sendLead(request)
    for (const path of paths)
      await test.step(path, async () => {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect.soft(await faultsOf(page), path).toEqual([])
      })
  })
}

for (const customer of ['ABC123', 'SANDBOX-400', 'SANDBOX-LOST', 'SANDBOX-500', 'SANDBOX-404']) {
  // A delivered one and one in doubt have between them what the others have.
  const tag = ['ABC123', 'SANDBOX-LOST'].includes(customer) ? [] : '@all'
  test(`everybody can use the record of a lead to ${customer}`, { tag }, async ({ page, request }) => {
    await aloneWith(request, customer, async () => {
      const lead = await sendLead(request, { customer: { customer_id: customer } })
      await page.goto(`/leads/${lead.id}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const name of ['Skickat till Vitec', 'Mottagen data']) {
        const button = page.getByRole('button', { name, exact: true })
        if (await button.count()) await button.first().click()
      }
      expect(await faultsOf(page)).toEqual([])
    })
  })
}
