import { expect, type Page } from 'playwright/test'

/** Looks for a person on the page of personal data that is open. */
export async function searchPerson(page: Page, text: string): Promise<void> {
  await page.getByLabel('Namn, e-post, telefon eller adress').fill(text)
  await page.getByRole('button', { name: 'Sök' }).click()
}

/** Looks for the person of a lead on the page of personal data that is open, and ticks it. */
export async function choosePerson(page: Page, lastName: string): Promise<void> {
  await searchPerson(page, lastName)
  const hits = page.getByRole('group', { name: 'Välj de leads som gäller personen' })
  await hits.getByText(lastName).click()
  await expect(hits.getByRole('checkbox', { name: new RegExp(lastName) })).toBeChecked()
}
