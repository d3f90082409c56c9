import { expect, type Page } from 'playwright/test'

/** Presses Tab until what has the focus is called `name`: `Shift+Tab` goes back. It has to be on the way. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key)
    if (await isFocused(page, name)) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** Goes on to the next place, which has to be called `name`. */
export async function tabOn(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.locator(':focus')).toHaveAccessibleName(name)
}

/** Whether what has the focus is called `name`, as a screen reader would say it. */
async function isFocused(page: Page, name: string | RegExp): Promise<boolean> {
  const focused = page.locator(':focus')
  if ((await focused.count()) === 0) return false
  const told = await focused.ariaSnapshot()
  return typeof name === 'string' ? told.includes(`"${name}"`) : name.test(told)
}
