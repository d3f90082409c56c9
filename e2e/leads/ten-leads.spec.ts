import { expect, test } from 'playwright/test'
import { openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'

/** Keys that say where to go, beside those that write. A letter on a row of choices writes the choice. */
const mostNavigationKeys = 12

test('ten leads in a row are entered with the keyboard alone, each with few keys that are no writing', {
  tag: '@all',
}, async ({ page, request }) => {
  const names = Array.from({ length: 10 }, uniqueName)
  const { keyboard } = page
  let navigation = 0
  const go = async (key: string) => {
    navigation++
    await keyboard.press(key)
  }
  const write = async (text: string) => {
    await keyboard.type(text)
    await go('Tab')
  }
  await openLeadForm(page)
  await page.getByLabel('Förnamn').focus()
  for (const [index, lastName] of names.entries()) {
    navigation = 0
    await write('Erik')
    await write(lastName)
    await write('070-174 06 05')
    await write('erik.andersson@example.com')
    await write('Storgatan 12')
    await write('114 22')
    await keyboard.type('Stockholm')
    await go('Enter')
    await keyboard.press('v')
    await go('Enter')
    await write('5 500 000')
    await go('Tab')
    await keyboard.type('150')
    await go('Control+Enter')
    expect(navigation, `lead ${index + 1}`).toBeLessThanOrEqual(mostNavigationKeys)
    await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(lastName)
    await expect(page.getByLabel('Förnamn')).toBeFocused()
    await expect(page.getByLabel('Förnamn')).toHaveValue('')
  }
  const received = await Promise.all(names.map((name) => receivedByVitec(request, name)))
  expect(received.map((leads) => leads.length)).toEqual(names.map(() => 1))
  for (const lead of received.flat())
    expect(lead.personLead.message).toMatch(/5 500 000 kr .* av en villa med 150\.0 m² boarea\.$/)
})
