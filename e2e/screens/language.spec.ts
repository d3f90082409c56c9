import { expect, test } from 'playwright/test'

test('the language is changed in place, kept, and changed back', async ({ page }) => {
  await page.goto('/leads?status=unknown')
  await expect(page.getByRole('radio', { name: 'Oklart' })).toBeChecked()
  await page.getByRole('radiogroup', { name: 'Språk' }).getByText('EN').click()
  await expect(page.getByRole('radio', { name: 'Uncertain' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.goto('/customers')
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('SV').click()
  await expect(page.getByRole('heading', { name: 'Kunder' })).toBeVisible()
})
