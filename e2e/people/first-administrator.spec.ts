import { type Browser, expect, type Page, test } from 'playwright/test'
import { appCode, nextAppCode } from '@/test/support/sign-in/app-code'
import { sharedClosedServer } from '../actions/closed-server'
import { leadBody } from '../actions/leads'
import { begin, password, signIn } from '../actions/sign-in'
import { violationsOf } from '../actions/violations-of'

const server = sharedClosedServer()

/** Another person's browser, without cookies yet. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address })
  return context.newPage()
}

test('the first administrator comes by the printed link, sets up a second factor, and invites a viewer who only looks', {
  tag: '@all',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const setUp = server.setUpLink()
  const anna = await newPage(browser)
  await begin(anna, setUp, { name: 'Anna Administratör', email: 'anna@example.com' })

  await test.step('the link is used up', async () => {
    const eve = await newPage(browser)
    await eve.goto(setUp)
    await expect(eve.getByText('Länken gäller inte')).toBeVisible()
  })

  const elsewhere = await test.step('she signs in at another computer too', async () => {
    const page = await newPage(browser)
    await signIn(page, 'anna@example.com')
    await expect(page).toHaveURL(/\/leads$/)
    return page
  })

  const secret = await test.step('she sets up the app and keeps the backup codes', async () => {
    await anna.getByRole('link', { name: 'Anna Administratör' }).click()
    await anna.getByLabel('Ditt lösenord').fill(password)
    await anna.getByRole('button', { name: 'Ställ in' }).click()
    await expect(anna.getByRole('img', { name: 'QR-kod till appen' })).toBeVisible()
    const key = await anna
      .getByRole('region', { name: /Läs av koden/ })
      .locator('code')
      .textContent()
    const uri = `otpauth://totp/x?secret=${key}`
    const [backup = '', spare = ''] = await anna
      .getByRole('region', { name: 'Reservkoder' })
      .getByRole('listitem')
      .allTextContents()
    expect(await violationsOf(anna)).toEqual([])
    const code = appCode(uri)
    await anna.getByLabel('Kod från appen').fill(code)
    await anna.getByRole('button', { name: 'Slå på' }).click()
    await expect(anna.getByText('Tvåstegsinloggning är på')).toBeVisible()
    await elsewhere.reload()
    await expect(elsewhere, 'no code was given there').toHaveURL(/\/sign-in$/)
    return { uri, code, backup, spare }
  })

  const link = await test.step('she invites a viewer', async () => {
    await anna.goto('/settings/people')
    await anna.getByRole('button', { name: 'Bjud in' }).click()
    const dialog = anna.getByRole('dialog')
    await dialog.getByLabel('E-post').fill('lars@example.com')
    await dialog.getByRole('button', { name: /Roll/ }).click()
    await anna.getByRole('option', { name: /Läsare/ }).click()
    await dialog.getByRole('button', { name: 'Bjud in' }).click()
    const told = (await dialog.getByText(/\/invitation#/).textContent()) ?? ''
    await dialog.getByRole('button', { name: 'Klart' }).click()
    await expect(anna.getByText('lars@example.com')).toBeVisible()
    expect(await violationsOf(anna)).toEqual([])
    return told
  })

  const lars = await newPage(browser)
  await test.step('he looks, and is offered nothing that changes anything', async () => {
    await lars.goto(link)
    await lars.getByLabel('Namn').fill('Lars Läsare')
    await lars.getByLabel('Lösenord').fill('Lars.Läsare.1')
    await lars.getByRole('button', { name: 'Skapa konto' }).click()
    await expect(lars.getByText('Nästan bara ditt namn'), 'his name is no password').toBeVisible()
    await begin(lars, link, { name: 'Lars Läsare' })
    await expect(lars.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()
    await expect(lars.getByRole('link', { name: 'Nytt lead' })).toHaveCount(0)
    await lars.goto('/customers')
    await expect(lars.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(lars.getByRole('button', { name: /Ny kund|Byt namn|Inaktivera|Hämta/ })).toHaveCount(0)
    const refused = await lars.goto('/settings/people')
    expect(refused?.status()).toBe(403)
    await expect(lars.getByRole('heading', { name: 'Du har inte behörighet' })).toBeVisible()
    const sent = await lars.request.post('/api/staff/leads', { data: { lead: leadBody(), message: '' } })
    expect(sent.status()).toBe(403)
  })

  await test.step('she signs out, and in again with a code that was not used before and with a backup code', async () => {
    await anna.getByRole('button', { name: 'Logga ut' }).click()
    await expect(anna).toHaveURL(/\/sign-in$/)
    await anna.goto('/leads')
    await expect(anna).toHaveURL(/\/sign-in$/)
    await signIn(anna, 'anna@example.com', 'not her password')
    await expect(anna.getByText('Fel e-postadress eller lösenord')).toBeVisible()
    await signIn(anna, 'anna@example.com')
    await anna.getByLabel('Kod från appen').fill(secret.code)
    await anna.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(anna.getByText('Koden är fel, använd eller för gammal')).toBeVisible()
    await anna.getByLabel('Kod från appen').fill(nextAppCode(secret.uri))
    await anna.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(anna).toHaveURL(/\/leads$/)
    await anna.getByRole('button', { name: 'Logga ut' }).click()
    await expect(anna).toHaveURL(/\/sign-in$/)
    await signIn(anna, 'Anna@Example.com')
    await anna.getByRole('button', { name: 'Använd en reservkod' }).click()
    await anna.getByLabel('Reservkod').fill(secret.backup)
    await anna.getByRole('button', { name: 'Fortsätt' }).click()
    await expect(anna).toHaveURL(/\/leads$/)
  })

  await test.step('she takes the second factor away, which her password alone does not', async () => {
    await anna.goto('/settings/account')
    await anna.getByLabel('Ditt lösenord').fill(password)
    await anna.getByRole('button', { name: 'Ta bort' }).click()
    await expect(anna.getByText('Fyll i fältet')).toBeVisible()
    await anna.getByRole('button', { name: 'Använd en reservkod' }).click()
    await anna.getByLabel('Reservkod').fill(secret.backup)
    expect(await violationsOf(anna)).toEqual([])
    await anna.getByRole('button', { name: 'Ta bort' }).click()
    await expect(anna.getByText('Koden är fel, använd eller för gammal')).toBeVisible()
    await anna.getByLabel('Reservkod').fill(secret.spare)
    await anna.getByRole('button', { name: 'Ta bort' }).click()
    await expect(anna.getByText('Tvåstegsinloggning är av')).toBeVisible()
  })

  await test.step('she shuts him out, and he is out at once', async () => {
    await anna.goto('/settings/people')
    await anna.getByRole('button', { name: 'Inaktivera Lars Läsare' }).click()
    await expect(anna.getByText('Inaktiv', { exact: true })).toBeVisible()
    await lars.goto('/leads')
    await expect(lars).toHaveURL(/\/sign-in$/)
  })

  await test.step('she removes him, and what he did stays without his name', async () => {
    await anna.getByRole('button', { name: 'Ta bort Lars Läsare' }).click()
    await anna.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
    await expect(anna.getByText('lars@example.com')).toHaveCount(0)
    expect(await violationsOf(anna)).toEqual([])
    await anna.goto('/settings/audit')
    await expect(anna.getByRole('row').filter({ hasText: 'Tog bort en användare' })).toHaveCount(1)
    await expect(anna.getByRole('row').filter({ hasText: 'Tog emot en inbjudan' })).toHaveCount(2)
    await expect(anna.getByText('Lars Läsare')).toHaveCount(0)
  })
})
