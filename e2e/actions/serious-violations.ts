import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** What axe finds serious or worse on a page at rest: the rule, and where. */
export async function seriousViolations(page: Page): Promise<string[]> {
  // What is about to be replaced is faded, and half-way through a fade nobody reads.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const isEndless = animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY
      return isEndless || animation.playState !== 'running'
    }),
  )
  // For some seconds react-aria's announcer names a button that was pressed and is gone.
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
