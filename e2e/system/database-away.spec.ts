import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { closed, enter } from '../actions/closed-server'
import { signInAs } from '../actions/sign-in'
import { withOwnPostgres } from '../actions/surroundings'

test('a page opened while the database is away says so, and comes by itself when the database is back', {
  tag: '@all',
}, async ({ page, context, playwright }) => {
  await withOwnPostgres(playwright, closed, async ({ postgres, address, dataDir }) => {
    const link = readFileSync(join(dataDir, 'setup-link'), 'utf8').trim()
    await signInAs(context, address, await enter(address, link, 'administrator@example.com'))
    await postgres.crash()
    await page.goto(`${address}/leads`)
    const alert = page.getByRole('alert').filter({ hasText: 'Databasen svarar inte' })
    await expect(alert).toContainText('Sidan visas av sig själv')
    await postgres.resume()
    // Whoever waits does nothing: neither the page nor what says who they are.
    await expect(
      page.getByRole('searchbox', { name: 'Sök leads' }).or(page.getByText('Inga leads än')),
    ).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('button', { name: 'Logga ut' })).toBeVisible()
  })
})
