import { expect, type Page, test } from 'playwright/test'
import { openLeadForm } from '../actions/lead-form'
import { receivedByVitec, uniqueName } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Presses the keys that paste, with a text in the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** A name that no other test uses, of letters alone: a word with figures is no name. */
const nameOfLetters = () => uniqueName().replace(/\d/g, (figure) => 'ghijklmnop'[Number(figure)] ?? '')

/** A field of the form, not what is offered for it. */
const field = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) })

const offer = (page: Page) => page.getByRole('region', { name: 'Inklistrad kontakt' })

test('a signature that is pasted fills the form by Enter, is taken back by Ctrl+Z, and is sent', async ({
  page,
  request,
}) => {
  const lastName = nameOfLetters()
  const block = `Med vänliga hälsningar\nErik ${lastName}\nExempelbolaget AB\nMobil: 070-174 06 05\nerik@example.com\nStorgatan 12\nSE-114 22 Stockholm`
  await openLeadForm(page)
  await page.locator('body').focus()
  await paste(page, block)
  await expect(offer(page)).toContainText(
    'Fyll i förnamn, efternamn, telefon, e-post, gatuadress, postnummer och ort?',
  )
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(field(page, 'Efternamn')).toHaveValue(lastName)
  await expect(page.getByRole('radio', { name: 'Lägenhet' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field(page, 'Efternamn')).toHaveValue('')
  await expect(page.getByText('Fyll i fältet.')).toHaveCount(0)

  await field(page, 'Telefon').focus()
  await paste(page, block)
  await expect(offer(page)).toBeVisible()
  await expect(field(page, 'Telefon')).toHaveValue('')
  await page.keyboard.press('Enter')
  await page.keyboard.press('v')
  await page.keyboard.press('Enter')
  await page.keyboard.type('5 500 000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Levererat till Vitec' })).toContainText(lastName)
  const [received] = await receivedByVitec(request, lastName)
  expect(JSON.stringify(received)).toContain('+46701740605')
  expect(JSON.stringify(received)).toContain('Storgatan 12')
})

test('what stands in the form is replaced only where that is chosen, and what is doubtful filled in only then', async ({
  page,
}) => {
  await openLeadForm(page)
  await field(page, 'Förnamn').fill('Anna')
  await field(page, 'Ort').fill('Malmö')
  await field(page, 'Efternamn').focus()
  await paste(page, 'Erik Andersson\n070-174 06 05\n070-174 06 06\nStorgatan 12\n114 22 Stockholm')
  const box = (name: string) => offer(page).getByRole('checkbox', { name })
  await expect(box('Förnamn: Erik – skriver över Anna')).not.toBeChecked()
  await expect(box('Telefon: 070-174 06 05 – osäkert')).not.toBeChecked()
  await expect(box('Ort: Stockholm – skriver över Malmö')).not.toBeChecked()
  await offer(page).getByText('Ort: Stockholm').click()
  await offer(page).getByRole('button', { name: 'Fyll i' }).click()
  await expect(field(page, 'Förnamn')).toHaveValue('Anna')
  await expect(field(page, 'Efternamn')).toHaveValue('Andersson')
  await expect(field(page, 'Telefon')).toHaveValue('')
  await expect(field(page, 'Ort')).toHaveValue('Stockholm')
  await expect(field(page, 'Telefon')).toBeFocused()
  await field(page, 'Gatuadress').fill('Kungsgatan 1')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(field(page, 'Ort')).toHaveValue('Malmö')
  await expect(field(page, 'Efternamn')).toHaveValue('')
  await expect(field(page, 'Gatuadress'), 'typed since').toHaveValue('Kungsgatan 1')
})

test('what is no contact goes into its field as text, and what is left is left', async ({ page }) => {
  await openLeadForm(page)
  await field(page, 'Gatuadress').focus()
  await paste(page, 'Hus på\nlandet')
  await expect(field(page, 'Gatuadress')).toHaveValue('Hus på landet')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(field(page, 'Gatuadress')).toHaveValue('')
  await paste(page, 'Storgatan 12\n114 22 Stockholm')
  await expect(offer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(offer(page)).toHaveCount(0)
  await expect(field(page, 'Gatuadress')).toHaveValue('')
  await paste(page, 'Storgatan 12\n114 22 Stockholm')
  await page.keyboard.type('Z')
  await page.keyboard.press('Enter')
  await expect(field(page, 'Ort'), 'Enter is the form’s own again once something else is typed').toHaveValue(
    '',
  )
  await offer(page).getByRole('button', { name: 'Klistra in som text' }).click()
  await expect(field(page, 'Gatuadress')).toHaveValue(/Storgatan 12 114 22 Stockholm/)

  await field(page, 'Övrigt').focus()
  await paste(page, 'Erik Andersson\n070-174 06 05')
  await expect(field(page, 'Övrigt')).toHaveValue('Erik Andersson\n070-174 06 05')
  await expect(offer(page)).toBeVisible()
})
