import { type Browser, expect, type Page, test } from 'playwright/test'
import { type Credentials, startClosedService } from '../actions/closed-server'
import { leadBody, uniqueName } from '../actions/leads'
import { signInAs } from '../actions/sign-in'
import { violationsOf } from '../actions/violations-of'

// One server for all of them, so one worker.
test.describe.configure({ mode: 'default' })

let service: Awaited<ReturnType<typeof startClosedService>>
test.beforeAll(async () => {
  test.setTimeout(300_000)
  service = await startClosedService()
})
test.afterAll(async () => {
  expect(await service.stop()).toBe(true)
})

async function pageOf(browser: Browser, who: Credentials): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.address, locale: 'sv-SE' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(context, service.address, who)
  return context.newPage()
}

const post = (page: Page, path: string, data: object) => page.request.post(path, { data })
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('what one person found is opened by a colleague from a link that has none of the words, and by nobody else', async ({
  browser,
}) => {
  const administrator = await pageOf(browser, service.administrator)
  const staff = await pageOf(browser, await service.invite('staff'))
  const lastName = uniqueName()
  await post(administrator, '/api/lead', leadBody({ person: { last_name: lastName } }))
  await post(administrator, '/api/lead', leadBody())
  await administrator.goto('/leads?status=delivered')
  await administrator.getByRole('searchbox', { name: 'Sök leads' }).fill(lastName)
  await administrator.getByRole('button', { name: 'Kopiera länk' }).click()
  await expect(administrator.getByText('Den gäller i 24 timmar')).toBeVisible()
  const link = await copied(administrator)
  expect(link).toMatch(/\/leads\?vy=[A-Za-z0-9_-]{43}$/)

  await staff.goto(link)
  await expect(staff.getByRole('link', { name: lastName })).toBeVisible()
  await expect(staff.getByRole('searchbox', { name: 'Sök leads' })).toHaveValue(lastName)
  await expect(staff).toHaveURL('/leads?status=delivered')
  await expect(staff.getByRole('row')).toHaveCount(2)

  const stranger = await (await browser.newContext({ baseURL: service.address })).newPage()
  await stranger.goto(link)
  await expect(stranger).toHaveURL(/\/sign-in/)
  await expect(stranger.getByText(lastName)).toHaveCount(0)

  await test.step('it is gone with the person whom its words may be of', async () => {
    const found = await (await post(administrator, '/api/staff/leads/search', { search: lastName })).json()
    const leadIds = found.leads.map(({ id }: { id: string }) => id)
    const erased = await post(administrator, '/api/staff/privacy/erasures', {
      id: crypto.randomUUID(),
      leadIds,
    })
    expect(erased.ok()).toBe(true)
    await staff.goto(link)
    await expect(staff.getByText('Länken gäller inte längre')).toBeVisible()
  })
})

test('a filter is kept under a name, shared, made the start page and left by one press; its owner or an administrator removes it', {
  tag: '@all',
}, async ({ browser }) => {
  const staff = await pageOf(browser, await service.invite('staff'))
  const administrator = await pageOf(browser, service.administrator)
  const viewer = await pageOf(browser, await service.invite('viewer'))
  await post(staff, '/api/lead', leadBody())
  await post(staff, '/api/lead', leadBody({ customer: { customer_id: 'SANDBOX-400' } }))
  const name = `Att ringa ${uniqueName()}`

  await staff.goto('/leads?status=rejected')
  await staff.getByRole('button', { name: 'Vyer' }).click()
  await staff.getByRole('textbox', { name: 'Spara som vy' }).fill(name)
  expect(await violationsOf(staff)).toEqual([])
  await staff.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(staff).toHaveURL(/\/leads\?vy=[0-9a-f-]{36}$/)
  const address = staff.url()
  await expect(staff.getByRole('radio', { name: 'Avvisat' })).toBeChecked()

  await test.step('nobody else sees it until it is shared', async () => {
    await viewer.goto(address)
    await expect(viewer.getByText('Länken gäller inte längre')).toBeVisible()
    await staff.getByRole('button', { name: `Vy: ${name}` }).click()
    await staff.getByRole('button', { name: `Dela ${name} med alla` }).click()
    await expect(staff.getByText('Delad med alla')).toBeVisible()
    await viewer.goto(address)
    await expect(viewer.getByRole('button', { name: `Vy: ${name}` })).toBeVisible()
  })

  await test.step('it is what the log begins with, visibly, and all leads are one press away', async () => {
    await staff.getByRole('button', { name: `Gör ${name} till startsida` }).click()
    await expect(staff.getByText('Startsida', { exact: true })).toBeVisible()
    await staff.goto('/leads')
    await expect(staff).toHaveURL(address)
    await expect(staff.getByRole('button', { name: `Vy: ${name}` })).toBeVisible()
    await staff.getByRole('button', { name: 'Rensa', exact: true }).click()
    await expect(staff).toHaveURL('/leads?vy=all')
    await expect(staff.getByRole('radio', { name: 'Alla', exact: true })).toBeChecked()
    await staff.reload()
    await expect(staff.getByRole('row').filter({ hasText: 'Levererat' }).first()).toBeVisible()
  })

  await test.step('who only looks may open it, and change nothing of it', async () => {
    const id = new URL(address).searchParams.get('vy')
    expect((await viewer.request.delete(`/api/staff/views/${id}`)).status()).toBe(404)
    const shared = { name: 'Another', shared: true, filter: {} }
    expect((await post(viewer, '/api/staff/views', shared)).status()).toBe(403)
  })

  await test.step('an administrator takes it away from everybody, and it is in the audit log', async () => {
    await administrator.goto(address)
    await administrator.getByRole('button', { name: `Vy: ${name}` }).click()
    await administrator.getByRole('button', { name: `Ta bort vyn ${name}` }).click()
    await administrator.getByRole('button', { name: 'Ta bort', exact: true }).last().click()
    await expect(administrator.getByRole('link', { name })).toHaveCount(0)
    await staff.goto('/leads')
    await expect(staff).toHaveURL('/leads')
    await administrator.goto('/settings/audit')
    for (const act of ['Delade en vy', 'Tog bort en delad vy'])
      await expect(administrator.getByRole('row').filter({ hasText: act }).first()).toBeVisible()
  })
})

test('staff save leads as a file once an administrator lets them', async ({ browser }) => {
  const staff = await pageOf(browser, await service.invite('staff'))
  const administrator = await pageOf(browser, service.administrator)
  await post(administrator, '/api/lead', leadBody())
  await staff.goto('/leads')
  await expect(staff.getByRole('row').nth(1)).toBeVisible()
  await expect(staff.getByRole('button', { name: 'Spara som CSV' })).toHaveCount(0)
  expect((await post(staff, '/api/staff/leads/export', {})).status()).toBe(403)

  await administrator.goto('/settings/privacy')
  await administrator.getByText('Medarbetare får spara leads som CSV').click()
  await expect(administrator.getByText('Sparat.')).toBeVisible()
  await staff.reload()
  const saving = staff.waitForEvent('download')
  await staff.getByRole('button', { name: 'Spara som CSV' }).click()
  expect((await saving).suggestedFilename()).toMatch(/^leads-.*\.csv$/)
})
