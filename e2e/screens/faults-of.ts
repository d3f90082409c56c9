import type { Page } from 'playwright/test'
import { violationsOf } from '../actions/violations-of'

/**
 * What is wrong with a page at rest: what axe finds, and what whoever chose their own colours, no movement, a small phone or a
 * zoom of 400 % would miss. Afterwards it is as it was.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const was = page.viewportSize()
  const found: Record<string, string[]> = { 'axe finds': await violationsOf(page) }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  found['axe finds in the dark'] = await violationsOf(page, 'colours')
  found.moves = await page.evaluate(moving)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: 'active' })
  found['looks as if it were not chosen'] = await page.evaluate(unmarked)
  await page.emulateMedia({ forcedColors: null })
  await page.setViewportSize({ width: 360, height: 740 })
  found['is small'] = await page.evaluate(smallTargets)
  // 1280 px at 400 %.
  await page.setViewportSize({ width: 320, height: 256 })
  found['is cut at 400 %'] = await page.evaluate(cutOff)
  if (was) await page.setViewportSize(was)
  return Object.entries(found).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`))
}

/** What still moves, or changes slowly, where nothing should: browsers get a hundredth of a millisecond. */
function moving(): string[] {
  const isSlow = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0.001)
  // One of a kind: what moves is said by its classes.
  const kinds = new Map(
    [...document.querySelectorAll('body *')].map((element) => [
      `${element.localName}.${element.getAttribute('class')}`,
      element,
    ]),
  )
  const moves = [...kinds].filter(([, element]) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element)
    return isSlow(transitionDuration) || (animationName !== 'none' && isSlow(animationDuration))
  })
  return moves.map(([kind]) => kind)
}

/** What is chosen, or where one is, and looks no other than what stands beside it. */
function unmarked(): string[] {
  const groups = [
    { within: 'nav', one: 'a', chosen: '[aria-current="page"]' },
    { within: '[role="radiogroup"]', one: 'label', chosen: ':has(:checked)' },
    { within: 'table', one: '[role="row"]:has(a)', chosen: ':has([aria-current="true"])' },
  ]
  const look = (element: Element) => {
    const { backgroundColor, outlineStyle } = getComputedStyle(element)
    return `${backgroundColor} ${outlineStyle}`
  }
  return groups.flatMap(({ within, one, chosen }) =>
    [...document.querySelectorAll(within)].flatMap((group) => {
      const all = [...group.querySelectorAll(one)].filter((element) => element.getClientRects().length > 0)
      const others = new Set(all.filter((element) => !element.matches(chosen)).map(look))
      const same = all.filter((element) => element.matches(chosen) && others.has(look(element)))
      return same.map((element) => element.textContent ?? '')
    }),
  )
}

/**
 * What is pressed and is smaller than 24 by 24 px, but for what WCAG 2.5.8 leaves out: a link in a line of text, and what
 * has so much room around it.
 */
function smallTargets(): string[] {
  const least = 24
  const asked = 'a[href], button, input, select, textarea, [role="option"], label:has(input)'
  const all = [...document.querySelectorAll<HTMLElement>(asked)].filter((element) => {
    const { width, height } = element.getBoundingClientRect()
    const isInLabel = element.matches('input') && element.closest('label') !== null
    const isHidden = element.closest('[inert], [aria-hidden="true"], .sr-only') !== null
    return (
      width > 1 &&
      height > 1 &&
      !isInLabel &&
      !isHidden &&
      element.checkVisibility({ visibilityProperty: true })
    )
  })
  const isSmall = ({ width, height }: DOMRect) => Math.min(width, height) < least - 0.1
  const middle = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 })
  const isNear = (box: DOMRect, other: DOMRect) => {
    const [{ x, y }, { x: otherX, y: otherY }] = [middle(box), middle(other)]
    if (isSmall(other) && Math.hypot(otherX - x, otherY - y) < least) return true
    const across = Math.max(other.left - x, 0, x - other.right)
    return Math.hypot(across, Math.max(other.top - y, 0, y - other.bottom)) < least / 2
  }
  return all.flatMap((element) => {
    const box = element.getBoundingClientRect()
    if (!isSmall(box) || getComputedStyle(element).display === 'inline') return []
    const near = all.find(
      (other) =>
        !other.contains(element) && !element.contains(other) && isNear(box, other.getBoundingClientRect()),
    )
    const name = element.getAttribute('aria-label') ?? element.textContent
    return near ? [`${name}, ${Math.round(box.width)} by ${Math.round(box.height)} px`] : []
  })
}

/** What stands out of the page, is cut off, or has to be scrolled sideways, but for what is written on one line: code. */
function cutOff(): string[] {
  const root = document.documentElement
  const nameOf = (element: Element) => `${element.localName} “${element.textContent?.slice(0, 40)}”`
  const wide =
    root.scrollWidth > root.clientWidth ? [`the page, by ${root.scrollWidth - root.clientWidth} px`] : []
  const elements = [...document.querySelectorAll('body *')].filter((element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.closest('.sr-only, pre, svg') === null
  })
  const cut = elements.filter((element) => {
    const { overflowX, visibility } = getComputedStyle(element)
    const isOver = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    return (
      isOver && overflowX !== 'visible' && visibility === 'visible' && !element.matches('input, textarea')
    )
  })
  return [...wide, ...cut.map(nameOf)]
}
