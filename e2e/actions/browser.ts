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

/**
 * Does to a page what a browser's translator does, now and whenever the page changes: the text nodes make way for
 * `<font>` elements with texts of their own, but for those that are not to be translated. The words stay as they are, so
 * that a journey finds its way.
 */
export async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isLeft = (text: Node) => {
      const parent = text.parentElement
      if (!parent || parent.closest('font, script, style, textarea, svg')) return true
      return parent.closest('[translate]')?.getAttribute('translate') === 'no'
    }
    const translate = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Node[] = root.nodeType === Node.TEXT_NODE ? [root] : []
      for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text)
      for (const text of texts) {
        if (!text.textContent?.trim() || isLeft(text)) continue
        const [outer, inner] = [document.createElement('font'), document.createElement('font')]
        inner.textContent = text.textContent
        outer.append(inner)
        text.parentNode?.replaceChild(outer, text)
      }
    }
    translate(document.body)
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) translate(node)
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
}
