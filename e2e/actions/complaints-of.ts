import type { Page } from 'playwright/test'

/** Collects from now on what a browser complains of on a page: what its policy blocked, errors, failed requests. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  await page.exposeFunction('reportViolation', (what: string) => complaints.push(`blocked: ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sample, sourceFile } = event
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report([violatedDirective, blockedURI, sample, sourceFile].join(' '))
    })
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    complaints.push(`console: ${message.text()} ${URL.canParse(url) ? new URL(url).pathname : ''}`.trimEnd())
  })
  return complaints
}
