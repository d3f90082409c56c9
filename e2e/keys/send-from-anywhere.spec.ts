import { expect, test } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/fill-lead-form'
import { uniqueName } from '../actions/lead-body'
import { receivedByVitec } from '../actions/sandbox-inbox'

for (const [role, name] of [
  ['radio', 'Villa'],
  ['radio', 'Inte angivet'],
  ['combobox', 'Kund'],
  ['button', 'Leadkälla'],
  ['button', 'Rensa'],
] as const)
  test(`Ctrl+Enter sends from “${name}” too, because whoever enters leads all day does not look where the focus is`, async ({
    page,
    request,
  }) => {
    const lastName = uniqueName()
    await openLeadForm(page)
    await fillLeadForm(page, lastName)
    await page.locator('form').getByRole(role, { name }).first().focus()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeFocused()
    expect(await receivedByVitec(request, lastName)).toHaveLength(1)
  })
