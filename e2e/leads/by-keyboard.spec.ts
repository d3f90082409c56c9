import { expect, test } from 'playwright/test'
import { tabOn, tabTo } from '../actions/keyboard'
import { exampleDate, exampleMessage, fillLeadForm, openLeadForm } from '../actions/lead-form'
import { receivedByVitec, sendLead, uniqueName } from '../actions/leads'

test('a lead is entered, cleared, put back and sent with the keyboard alone, Tab passes no field by, and the next begins at once', async ({
  page,
  request,
}) => {
  const lastName = uniqueName()
  const { keyboard } = page
  await openLeadForm(page)
  await tabTo(page, 'Förnamn')
  await keyboard.type('Erik')
  for (const [field, text] of [
    ['Efternamn', lastName],
    ['Telefon', '070-123 45 67'],
    ['E-post', 'erik.andersson@example.com'],
    ['Gatuadress', 'Storgatan 12'],
    ['Postnummer valfritt', '114 22'],
    ['Ort valfritt', 'Stockholm'],
    ['Kvalificering valfritt', ''],
    ['Övrigt till mäklaren valfritt', ''],
  ] as const) {
    await tabOn(page, field)
    await keyboard.type(text)
  }
  await tabOn(page, 'Lägenhet')
  await tabOn(page, 'Inte angivet')
  await tabOn(page, 'Parhus', 'Shift+Tab')
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Lägenhet' })).toBeChecked()
  await keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Villa' })).toBeChecked()
  await tabOn(page, 'Inte angivet')
  for (const [field, text] of [
    ['Värdering', '5500000'],
    ['Värderingsdatum valfritt', exampleDate],
    ['Boarea valfritt', '150'],
    ['Antal rum valfritt', ''],
    ['Byggår valfritt', '1992'],
    ['Biarea valfritt', '40'],
    ['Tomtarea valfritt', '800'],
  ] as const) {
    await tabOn(page, field)
    await keyboard.type(text)
  }
  await tabOn(page, 'Skicka lead')

  await tabOn(page, 'Rensa')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Efternamn')).toHaveValue('')
  await tabOn(page, 'Ångra')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await expect(page.getByRole('region', { name: 'Meddelande till mäklaren' })).toContainText(
    exampleMessage(lastName),
  )
  await expect(page.getByText('Formuläret är rensat.')).toHaveCount(0)

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeVisible()
  const received = await receivedByVitec(request, lastName)
  expect(received.map(({ personLead }) => personLead.message)).toEqual([exampleMessage(lastName)])
  await expect(page.getByLabel('Förnamn')).toBeFocused()
})

test('a lead is found, opened and sent again with the keyboard alone', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-400' } })
  const { keyboard } = page
  await page.goto('/leads')
  await tabTo(page, 'Sök leads')
  await keyboard.type(lead.lastName)
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  await keyboard.press('Enter')
  await expect(page.getByRole('link', { name: new RegExp(lead.lastName) })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByText('Vitec avvisade leadet')).toBeVisible()
  await tabTo(page, 'Skicka igen')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Försök 2' })).toBeVisible()
})

test('a lead in doubt is settled with the keyboard alone', async ({ page, request }) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  const { keyboard } = page
  await page.goto(`/leads/${lead.id}`)
  await tabTo(page, 'Det finns i Vitec')
  await keyboard.press('Enter')
  await expect(page.getByText('Levererat till Vitec')).toBeVisible()
  expect(await receivedByVitec(request, lead.lastName)).toHaveLength(1)
})

test('Ctrl+Enter sends from every kind of field, because whoever enters leads all day does not look where the focus is', {
  tag: '@all',
}, async ({ page, request }) => {
  await openLeadForm(page)
  for (const [role, name] of [
    ['radio', 'Villa'],
    ['radio', 'Inte angivet'],
    ['combobox', 'Kund'],
    ['button', 'Leadkälla'],
    ['button', 'Rensa'],
  ] as const)
    await test.step(name, async () => {
      const lastName = uniqueName()
      await fillLeadForm(page, lastName)
      await page.locator('form').getByRole(role, { name }).first().focus()
      await page.keyboard.press('Control+Enter')
      const sent = page.getByRole('region', { name: 'Levererat till Vitec' })
      await expect(sent.filter({ hasText: lastName })).toBeVisible()
      expect(await receivedByVitec(request, lastName)).toHaveLength(1)
    })
})
