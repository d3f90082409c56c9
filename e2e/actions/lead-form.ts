import { expect, type Page } from 'playwright/test'

/** Opens the form and waits until its customer and lead source have been chosen for it. */
export async function openLeadForm(page: Page): Promise<void> {
  await page.goto('/leads/new')
  await expect(page.getByLabel('Leadkälla')).toContainText('Real AI Valuation Leads')
}

/** Types the person and property of the source document's example, as a Swede would. */
export async function fillLeadForm(page: Page, lastName: string): Promise<void> {
  await page.getByLabel('Förnamn').fill('Erik')
  await page.getByLabel('Efternamn').fill(lastName)
  await page.getByLabel('Telefon').fill('070-123 45 67')
  await page.getByLabel('E-post').fill('erik.andersson@example.com')
  await page.getByLabel('Gatuadress').fill('Storgatan 12')
  await page.getByLabel('Postnummer').fill('114 22')
  await page.getByLabel('Ort').fill('Stockholm')
  await page.getByText('Villa', { exact: true }).click()
  await page.getByLabel('Värdering', { exact: true }).fill('5 500 000')
  await page.getByLabel('Värderingsdatum').fill(exampleDate)
  await page.getByLabel('Boarea').fill('150')
  await page.getByLabel('Biarea').fill('40')
  await page.getByLabel('Tomtarea').fill('800')
  await page.getByLabel('Byggår').fill('1992')
}

/** A day that the form takes whenever the test runs: last week's. */
export const exampleDate = new Date(Date.now() - 7 * 24 * 3_600_000).toISOString().slice(0, 10)

/** The message that {@link fillLeadForm} makes. */
export function exampleMessage(lastName: string): string {
  return `Du har fått ett lead från Real AI. Erik ${lastName} fick en värdering på 5 500 000 kr den ${exampleDate} av en villa med 150.0 m² boarea. Biarean är 40.0 m² och tomtarean 800.0 m². Byggåret är 1992.`
}

/** Chooses a customer by name, with the keyboard. */
export async function chooseCustomer(page: Page, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Kund' })
  // The page may scroll to the box while its list opens, which closes the list.
  await expect(async () => {
    await box.fill(name)
    await expect(page.getByRole('option', { name }).first()).toBeVisible({ timeout: 2_000 })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    // What was typed and not chosen is gone once the box is left.
    await box.blur()
    await expect(box).toHaveValue(name, { timeout: 2_000 })
  }).toPass()
  await box.focus()
}
