import { expect, test } from 'playwright/test'
import { sendLead } from '../actions/leads'
import { complaintOf, complaintsOf, openPage } from './complaints'

const pages = [
  ...['/leads', '/leads/new', '/leads/{lead}', '/customers', '/sandbox/inbox'],
  ...['/settings/account', '/settings/people', '/settings/api-keys'],
  ...['/sign-in', '/setup', '/invitation'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  // The same pages are opened signed in, in closed-content-policy.spec.ts.
  test(`every page works under its own policy in ${colorScheme} colours: nothing is blocked, and nobody may keep it`, {
    tag: '@all',
  }, async ({ page, request }) => {
    const lead = await sendLead(request)
    const complaints = await complaintsOf(page)
    await page.emulateMedia({ colorScheme })
    for (const path of pages)
      await test.step(path, async () => {
        expect(await openPage(page, path.replace('{lead}', lead.id))).toBe(200)
        expect(complaints.splice(0), path).toEqual([])
      })
  })
}

test('a page that is not there works under the policy too', async ({ page }) => {
  const complaints = await complaintsOf(page)
  for (const path of ['/leads/no-such-lead', '/settings/privacy/no-such-receipt', '/no/such/page']) {
    expect(await openPage(page, path), path).toBe(404)
    expect(complaints.splice(0), path).toEqual([complaintOf('404 (Not Found)', path)])
  }
})

test('what opens over a page, and a page that is made anew in place, work under the policy too', async ({
  page,
  request,
}) => {
  await sendLead(request)
  const complaints = await complaintsOf(page)
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Ny kund' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('radiogroup', { name: 'Språk' }).getByText('EN').click()
  await page.getByRole('link', { name: 'New lead' }).first().click()
  await page.getByRole('combobox', { name: 'Customer' }).click()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a script that got into a page does not run, because it has no nonce', async ({ page }) => {
  await page.goto('/sign-in')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="data:," onerror="window.ran = true">'
    const blocked = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', resolve, { once: true }),
    )
    document.body.append(script)
    await blocked
    return Reflect.has(window, 'ran')
  })
  expect(ran).toBe(false)
})
