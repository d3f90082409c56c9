import type { Page } from 'playwright/test'

/** Has a page's scripts wait on the way, as on a slow line; gives what lets them through. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {}
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/_next/static/**/*.js*', (route) => through.then(() => route.continue()))
  return letThrough
}
