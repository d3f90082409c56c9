import { expect, type Page, test } from 'playwright/test'
import { attemptsOf, sendLeads, sendTo } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

/** Narrows the log to the leads of one test, and asks to send them again. */
async function askToSend(
  page: Page,
  { status, action, city }: { status: string; action: string; city: string },
) {
  await page.goto(`/leads?status=${status}`)
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(city)
  await expect(page.getByRole('status').filter({ hasText: /leads? visas/ })).toBeAttached()
  await page.getByRole('button', { name: action }).click()
  return page.getByRole('dialog')
}

/** Reads the page anew. Its words are kept by the tab, and narrow the log once the page has found them. */
async function reloadLog(page: Page, city: string) {
  await page.reload()
  await expect(page.getByRole('searchbox', { name: 'Sök leads' })).toHaveValue(city)
}
const rejected = { status: 'rejected', action: 'Skicka alla avvisade igen' }
const twelve = { count: 12, customerId: 'SANDBOX-400', status: 'rejected' }

test('all leads that a search finds are sent again, once each, and the log says what became of them @smoke', async ({
  page,
  request,
}) => {
  const { city, ids } = await sendLeads(request, twelve)
  const dialog = await askToSend(page, { ...rejected, city })
  await expect(dialog).toContainText('Det gäller 12 leads som passar filtret.')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Skicka 12 leads' }).click()
  await expect(page.getByRole('progressbar', { name: 'Skickar igen: 12 avvisade leads' })).toBeVisible()
  const panel = page.getByRole('region', { name: 'Skickat igen: 12 avvisade leads' })
  await expect(panel).toContainText('12 avvisade', { timeout: 30_000 })
  expect(await attemptsOf(request, ids)).toEqual(ids.map(() => 2))
  expect(page.url()).toMatch(/\/leads\?status=rejected$/)

  await reloadLog(page, city)
  await expect(panel).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await panel.getByRole('button', { name: 'Stäng' }).click()
  await expect(panel).toHaveCount(0)
})

test('what may be in Vitec already is sent again only by who says so twice', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const { city, ids } = await sendLeads(request, { count: 2, customerId: 'SANDBOX-LOST', status: 'unknown' })
  const inbox = async () => {
    const entries: { personLead: { city?: string } }[] = await (
      await request.get('/sandbox/inbox.json')
    ).json()
    return entries.filter(({ personLead }) => JSON.stringify(personLead).includes(city)).length
  }
  expect(await inbox()).toBe(2)
  const dialog = await askToSend(page, { status: 'unknown', action: 'Skicka alla oklara igen', city })
  await expect(dialog).toContainText('får mäklaren det två gånger')
  const send = dialog.getByRole('button', { name: 'Skicka 2 leads ändå' })
  await expect(send).toBeDisabled()
  await dialog.getByText('Jag vill skicka alla ändå').click()
  expect(await violationsOf(page)).toEqual([])
  await send.click()
  await expect(page.getByRole('region', { name: 'Skickat igen: 2 oklara leads' })).toBeVisible({
    timeout: 30_000,
  })
  expect(await inbox()).toBe(4)
  expect(await attemptsOf(request, ids)).toEqual([2, 2])
})

test('nobody sends leads they were not shown: when there is one more, nothing is sent and the number is told', {
  tag: '@all',
}, async ({ page, request }) => {
  const { city, ids } = await sendLeads(request, { ...twelve, count: 1 })
  const dialog = await askToSend(page, { ...rejected, city })
  await expect(dialog).toContainText('Det gäller 1 lead ')
  const late = await sendTo(request, city, 'SANDBOX-400')
  await dialog.getByRole('button', { name: 'Skicka 1 lead' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Antalet har ändrats. Inget har skickats.')
  expect(await attemptsOf(request, ids)).toEqual([1])
  await dialog.getByRole('button', { name: 'Skicka 2 leads' }).click()
  await expect(page.getByRole('region', { name: 'Skickat igen: 2 avvisade leads' })).toBeVisible({
    timeout: 30_000,
  })
  expect(await attemptsOf(request, [...ids, late])).toEqual([2, 2])
})

test('a cancel leaves alone the leads whose turn had not come', { tag: '@all' }, async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ colorScheme: 'dark' })
  const { city, ids } = await sendLeads(request, { ...twelve, count: 30 })
  const dialog = await askToSend(page, { ...rejected, city })
  await dialog.getByRole('button', { name: 'Skicka 30 leads' }).click()
  const running = page.getByRole('region', { name: 'Skickar igen: 30 avvisade leads' })
  await running.getByRole('button', { name: 'Avbryt' }).click()
  const panel = page.getByRole('region', { name: 'Avbrutet: 30 avvisade leads' })
  await expect(panel).toContainText('skickades inte')
  await reloadLog(page, city)
  await expect(panel).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await expect(panel).not.toContainText('väntar', { timeout: 30_000 })
  const attempts = await attemptsOf(request, ids)
  const left = attempts.filter((count) => count === 1).length
  expect(left).toBeGreaterThan(0)
  expect(attempts.every((count) => count === 1 || count === 2)).toBe(true)
  await expect(panel).toContainText(`${left} skickades inte`)
})

test('of two who press at once one sends, and the other is told that there is nothing left', {
  tag: '@all',
}, async ({ request }) => {
  const { city, ids } = await sendLeads(request, { ...twelve, count: 3 })
  const press = () =>
    request.post('/api/staff/bulk-sends', {
      data: { id: crypto.randomUUID(), status: 'rejected', search: city, expected: 3 },
    })
  const [first, second] = await Promise.all([press(), press()])
  expect([first.status(), second.status()].toSorted()).toEqual([201, 409])
  await expect.poll(() => attemptsOf(request, ids), { timeout: 30_000 }).toEqual([2, 2, 2])
})

test('what is not there, or not allowed, is refused in words', async ({ request }) => {
  const begin = (data: object) => request.post('/api/staff/bulk-sends', { data })
  expect((await begin({ status: 'delivered', search: '', expected: 0 })).status()).toBe(422)
  const id = crypto.randomUUID()
  const none = await begin({ id, status: 'failed', search: 'ingen heter så här', expected: 4 })
  expect(await none.json()).toMatchObject({ code: 'set_changed', total: 0 })
  expect((await request.get(`/api/staff/bulk-sends/${id}`)).status()).toBe(404)
  expect((await request.post(`/api/staff/bulk-sends/${id}/cancel`)).status()).toBe(404)
})
