import { type BrowserContext, expect, type Locator, type Page } from 'playwright/test'
import type { Credentials } from './closed-server'

export const password = 'correct horse battery'

/** Takes a link of an invitation or of the set-up. */
export async function begin(page: Page, link: string, who: { name: string; email?: string }): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Namn').fill(who.name)
  if (who.email) await page.getByLabel('E-post').fill(who.email)
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('button', { name: 'Skapa konto' }).click()
  await expect(page).toHaveURL(/\/leads$/)
}

/** Gives e-mail address and password at the sign-in page, wherever it leads then. */
export async function signIn(page: Page, email: string, given = password): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, email, given)
}

/** The same at the sign-in page that is open, or in the dialog that asks for it. */
export async function giveCredentials(place: Page | Locator, email: string, given = password): Promise<void> {
  await place.getByLabel('E-post').fill(email)
  await place.getByLabel('Lösenord').fill(given)
  await place.getByRole('button', { name: 'Logga in' }).click()
}

/** Makes a browser that of a person whom a closed service has let in already. */
export async function signInAs(
  context: BrowserContext,
  address: string,
  { Cookie = '' }: Credentials,
): Promise<void> {
  const cookies = Cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: address }
  })
  await context.addCookies(cookies)
}
