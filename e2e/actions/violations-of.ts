import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** What differs from one theme to the other. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Rows and items beyond the tenth: they are made as those before, and axe compares each with each other. */
const further = ':is([role="row"], li):nth-child(n + 11)'
const openDialog = '[role="dialog"]'

/** What axe finds wrong on a page at rest, however small: the rule, and where. `colours` asks for those alone. */
export async function violationsOf(
  page: Page,
  ask: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  // What is about to be replaced is faded, and half-way through a fade it is not read.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const isEndless = animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY
      return isEndless || animation.playState !== 'running'
    }),
  )
  // For some seconds react-aria's announcer names a button that was pressed and is gone.
  const axe = new AxeBuilder({ page }).exclude('[data-live-announcer] [aria-labelledby]').exclude(further)
  // What lies under it can be neither read nor pressed, and was looked at before it was opened.
  if ((await page.locator(openDialog).count()) > 0) axe.include(openDialog)
  // Otherwise it opens a page of its own to put together what it found in frames, of which we have none.
  axe.setLegacyMode()
  const { violations } = await (ask === 'colours' ? axe.withRules(colourRules) : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
