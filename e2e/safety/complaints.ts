import { expect, type Page } from 'playwright/test'

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

/** Opens a page and waits until it is at rest; it has to come with a policy of its own, and not to be kept. */
export async function openPage(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const headers = answer?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/)
  expect(headers['cache-control']).toContain('no-store')
  return answer?.status() ?? 0
}

/** What a browser itself complains of where the page at a path is not one of success. */
export const complaintOf = (status: string, path: string): string =>
  `console: Failed to load resource: the server responded with a status of ${status} ${path}`
