import { expect, test } from 'playwright/test'
import { openLeadForm } from '../actions/lead-form'
import { violationsOf } from '../actions/violations-of'

test('all that is wrong is said at once beside the fields, with the focus on the first', async ({ page }) => {
  await openLeadForm(page)
  await page.getByLabel('E-post').fill('ingen adress')
  await page.getByLabel('Värdering', { exact: true }).fill('fem mkr')
  await page.getByRole('button', { name: 'Skicka lead' }).click()

  await expect(page.getByLabel('Förnamn')).toBeFocused()
  await expect(page.getByLabel('Förnamn')).toHaveAccessibleDescription('Fyll i fältet.')
  await expect(page.getByLabel('E-post')).toHaveAccessibleDescription(/Skriv en e-postadress/)
  await expect(page.getByLabel('Värdering', { exact: true })).toHaveAccessibleDescription('Skriv ett tal.')
  await expect(page.getByText('7 fält behöver rättas.')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Värdering', exact: true }).click()
  await expect(page.getByLabel('Värdering', { exact: true })).toBeFocused()
  await page.getByLabel('Värdering', { exact: true }).fill('5 mkr')
  await expect(page.getByText('6 fält behöver rättas.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Värdering', exact: true })).toHaveCount(0)
})

for (const viewport of [
  { width: 360, height: 640 },
  { width: 768, height: 900 },
  { width: 1280, height: 720 },
])
  test(`at ${viewport.width} pixels the message, what is wrong and the field in hand are in sight together`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await openLeadForm(page)
    await page.getByRole('button', { name: 'Skicka lead' }).click()
    const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
    const bar = page.getByText(/fält behöver rättas/)
    await expect(bar).toBeVisible()
    for (const name of ['Övrigt', 'Byggår', 'Ort', 'Telefon', 'Månadsavgift', 'Efternamn']) {
      if (name === 'Månadsavgift') await page.getByText('Lägenhet', { exact: true }).click()
      const field = page.getByLabel(name)
      await field.focus()
      await page.keyboard.type('1')
      await expect(message).toBeInViewport({ ratio: 0.9 })
      await expect(bar).toBeInViewport({ ratio: 0.9 })
      const isClear = await field.evaluate((input) => {
        const { left, top, width, height } = input.getBoundingClientRect()
        const at = (y: number) => document.elementFromPoint(left + width / 2, y)
        return at(top + 2) === input && at(top + height - 2) === input
      })
      expect(isClear, `nothing stands over ${name}`).toBe(true)
    }
    await expect(page.getByText('Övrigt: 1')).toBeVisible()
  })

test('a field is not called empty while somebody is on the way to it', async ({ page }) => {
  await openLeadForm(page)
  await page.getByLabel('Förnamn').focus()
  await page.keyboard.press('Tab')
  await page.getByLabel('E-post').fill('ingen adress')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/Skriv en e-postadress/)).toBeVisible()
  await expect(page.getByText('Fyll i fältet.')).toHaveCount(0)
})

test('only what applies to the property is asked for', async ({ page }) => {
  await openLeadForm(page)
  await page.getByText('Lägenhet', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Bostadsrätt' })).toBeChecked()
  await expect(page.getByLabel('Månadsavgift')).toBeVisible()
  await expect(page.getByLabel('Tomtarea')).toHaveCount(0)
  await page.getByText('Äganderätt', { exact: true }).click()
  await expect(page.getByLabel('Månadsavgift')).toHaveCount(0)

  await page.getByText('Radhus', { exact: true }).click()
  await expect(page.getByLabel('Tomtarea')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Äganderätt' })).toBeChecked()
})

test('what is still missing is a gap in the message, and what is typed fills it', async ({ page }) => {
  await openLeadForm(page)
  const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
  await expect(message).toContainText('saknas: Förnamn')
  await page.getByLabel('Förnamn').pressSequentially('Eri')
  await expect(message).toContainText('Eri saknas: Efternamn fick en värdering')
})

test('a personal number in free text is refused beside its field, and nothing is sent', async ({ page }) => {
  await openLeadForm(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/staff/leads')) sent.push(request.url())
  })
  await page.getByLabel('Övrigt').fill('Ring 19811218-9876')
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByLabel('Övrigt')).toHaveAccessibleDescription('Ta bort personnumret.')
  expect(sent).toEqual([])
})
