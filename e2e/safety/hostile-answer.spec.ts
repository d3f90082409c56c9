import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { sendLead } from '../actions/leads'
import { complaintsOf } from './complaints'

const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>fetstil</b>'

/** A Vitec that refuses every lead, in words that are a page's markup. */
async function startHostileVitec(contentType: string, body: string) {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(400, { 'Content-Type': contentType }).end(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this type.
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

test('what Vitec answers is shown as text, because it may be anybody’s markup', { tag: '@all' }, async ({
  page,
  playwright,
}) => {
  test.setTimeout(240_000)
  const vitec = await startHostileVitec('application/json', JSON.stringify({ message: markup }))
  const server = await startServer({ settings: { VITEC_BASE_URL: vitec.address } })
  const request = await playwright.request.newContext({ baseURL: server.address })
  try {
    const lead = await sendLead(request, { person: { last_name: 'Test<i>kursiv' } })
    expect(lead.status).toBe('REJECTED')
    const complaints = await complaintsOf(page)
    await page.goto(`${server.address}/leads/${lead.id}`)
    await expect(page.getByText(markup).first()).toBeVisible()
    for (const panel of ['Skickat till Vitec', 'Svar från Vitec'])
      await page.getByRole('button', { name: panel, exact: true }).click()
    await expect(page.getByRole('group', { name: 'Svar från Vitec' }).last()).toContainText('<script>')
    await expect(page.locator('main :is(b, i, script, img[src="x"])')).toHaveCount(0)
    await page.goto(`${server.address}/leads`)
    await expect(page.getByText('Test<i>kursiv').first()).toBeVisible()
    await expect(page.locator('main :is(b, i, img[src="x"])')).toHaveCount(0)
    expect(complaints).toEqual([])
  } finally {
    await request.dispose()
    expect(await server.stop()).toBe(true)
    vitec.stop()
  }
})
