import { expect, test } from 'playwright/test'
import { exampleDate, exampleMessage, openLeadForm } from '../actions/fill-lead-form'
import { uniqueName } from '../actions/lead-body'
import { tabOn, tabTo } from '../actions/press-keys'
import { receivedByVitec } from '../actions/sandbox-inbox'

test('a lead is entered, cleared, put back and sent with the keyboard alone, and Tab passes no field by', async ({
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
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toBeFocused()
  const received = await receivedByVitec(request, lastName)
  expect(received.map(({ personLead }) => personLead.message)).toEqual([exampleMessage(lastName)])
  await tabTo(page, 'Ett till för samma kund')
  await keyboard.press('Enter')
  await expect(page.getByLabel('Förnamn')).toBeFocused()
})
