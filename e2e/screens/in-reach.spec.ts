import { expect, type Page, test } from 'playwright/test'
import { fillLeadForm, openLeadForm } from '../actions/lead-form'
import { sendLead, uniqueName } from '../actions/leads'

/** What has the focus: its name, whether all of it is in sight, as far as there is room, and whether it is marked. */
type Stop = { name: string; isClear: boolean; isMarked: boolean }

/** With Tab through a whole page or dialog, from its first stop: those that are wrong. */
async function wrongStops(page: Page): Promise<Stop[]> {
  const wrong: Stop[] = []
  await page.evaluate(() => {
    const isDialog = document.querySelector('[role="dialog"]') !== null
    if (!isDialog) document.querySelector<HTMLElement>('a[href="#content"]')?.focus()
  })
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    if (stop === null) return wrong
    if (!stop.isClear || !stop.isMarked) wrong.push(stop)
  }
  throw new Error('Tab leads nowhere')
}

/** `null` where the page has ended, or has begun anew. */
function focused(): Stop | null {
  const element = document.activeElement
  if (!element || element === document.body || element.hasAttribute('data-stopped')) return null
  element.setAttribute('data-stopped', '')
  const box = element.closest('label') ?? element
  const { left, top, width, height } = box.getBoundingClientRect()
  const parts = [0.1, 0.5, 0.9]
  const isSeen = (x: number, y: number) => {
    const there = document.elementFromPoint(x, y)
    return there !== null && (box.contains(there) || there.contains(box))
  }
  const seen = parts.flatMap((across) =>
    parts.map((down) => isSeen(left + width * across, top + height * down)),
  )
  const isHigh = height > innerHeight / 2
  let around: Element | null = element
  while (around && getComputedStyle(around).outlineStyle === 'none') around = around.parentElement
  const name = element.getAttribute('aria-label') ?? element.textContent
  return {
    name: `${element.localName} ${name?.slice(0, 40)} ${element.getAttribute('name') ?? ''}`,
    isClear: isHigh ? seen.includes(true) : !seen.includes(false),
    isMarked: around !== null,
  }
}

/** 1280 by 1024 px at 400 %, in the reader's own colours. */
const zoomed = { width: 320, height: 256 }

test('the form is filled in at 400 % by keys alone: nothing stands over what has the focus, and the focus is marked', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openLeadForm(page)
  await fillLeadForm(page, uniqueName())
  await page.getByLabel('E-post').fill('erik.andersson@gmial.com')
  await page.getByLabel('Telefon').fill('')
  await page.setViewportSize(zoomed)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  await expect(page.getByText('Ett fält behöver rättas.')).toBeAttached()
  expect(await wrongStops(page)).toEqual([])
})

test('a phone’s keyboard leaves a third of it: the message stays in sight while one types, and so does the field', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 350 })
  await openLeadForm(page)
  await page.getByRole('button', { name: 'Skicka lead' }).click()
  const message = page.getByRole('region', { name: 'Meddelande till mäklaren' })
  const wrong = page.getByText(/fält behöver rättas/)
  for (const name of ['Förnamn', 'Telefon', 'Ort', 'Övrigt', 'Värdering', 'Byggår']) {
    const field = page.getByLabel(name, { exact: name === 'Värdering' })
    await field.focus()
    await page.keyboard.type('1')
    await expect(message).toBeInViewport({ ratio: 0.9 })
    await expect(wrong).toBeInViewport({ ratio: 0.9 })
    const { isClear } = (await page.evaluate(focused)) ?? {}
    expect(isClear, `nothing stands over ${name}`).toBe(true)
  }
})

test('every page and dialog is gone through at 400 % by keys alone', { tag: '@all' }, async ({
  page,
  request,
}) => {
  const lead = await sendLead(request, { customer: { customer_id: 'SANDBOX-LOST' } })
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize(zoomed)
  for (const path of [
    ...['/leads', '/leads/to-do', `/leads/${lead.id}`, '/customers', '/settings/privacy', '/settings/audit'],
    ...['/settings/alerts', '/settings/system', '/settings/api-keys', '/settings/sending', '/sandbox/inbox'],
  ])
    await test.step(path, async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await wrongStops(page), path).toEqual([])
    })
  for (const [path, button] of [
    ['/leads', 'Öppna menyn'],
    ['/leads', 'Filter'],
    ['/leads', 'Vyer'],
    ['/customers', 'Ny kund'],
    ['/settings/api-keys', 'Ny nyckel'],
    [`/leads/${lead.id}`, 'Skicka igen'],
  ] as const)
    await test.step(button, async () => {
      await page.goto(path)
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await wrongStops(page), button).toEqual([])
    })
})

test('a lead has three lines on a phone, also one that waits, and says what it waits for', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const delivered = await sendLead(request)
  const waiting = await sendLead(request, { customer: { customer_id: 'SANDBOX-500' } })
  await page.goto('/leads')
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(
    row(waiting.lastName)
      .getByText(/^Nästa/)
      .filter({ visible: true }),
  ).toBeVisible()
  await expect(row(delivered.lastName).getByText(/^Villa/)).toBeVisible()
  const [high, other] = await Promise.all(
    [waiting, delivered].map(async ({ lastName }) => (await row(lastName).boundingBox())?.height),
  )
  // The first row has no line above it.
  expect(Math.abs((high ?? 0) - (other ?? 0))).toBeLessThanOrEqual(1)
})

/** What a browser asks of a page that it offers to install: https and no error apart, which a journey cannot see. */
test('the pages can be installed as an app: name, start, icons of the sizes that a phone draws', async ({
  page,
}) => {
  await page.goto('/customers')
  const { data, errors } = await (await page.context().newCDPSession(page)).send('Page.getAppManifest')
  expect(errors).toEqual([])
  const { icons, ...manifest } = JSON.parse(data ?? '')
  expect(manifest).toMatchObject({ name: 'Lead API', display: 'standalone', scope: '/', start_url: '/leads' })
  const sizes = await page.evaluate(
    (sources: string[]) =>
      Promise.all(
        sources.map(async (source) => {
          const picture = await createImageBitmap(await (await fetch(source)).blob())
          return `${picture.width}x${picture.height}`
        }),
      ),
    icons.filter(({ type }: { type: string }) => type === 'image/png').map(({ src }: { src: string }) => src),
  )
  expect(sizes).toEqual(['192x192', '512x512', '512x512'])
  expect(icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable')
})

test('nothing says that leads are on their way before that has taken 300 ms, and what failed can be tried again', async ({
  page,
  request,
}) => {
  const lead = await sendLead(request)
  await page.goto('/leads')
  const row = page.getByRole('row').filter({ hasText: lead.lastName })
  await expect(row).toBeVisible()
  let letThrough = () => {}
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  let isBroken = true
  await page.route('**/api/staff/leads/search', async (route) => {
    await through
    await (isBroken ? route.fulfill({ status: 503, json: {} }) : route.continue())
  })
  await page.getByRole('searchbox', { name: 'Sök leads' }).fill(lead.lastName)
  const list = page.locator('[aria-busy="true"]')
  await expect(list).toHaveCSS('transition-property', 'opacity')
  await expect(list).toHaveCSS('transition-delay', '0.3s')
  letThrough()
  const failed = page.getByRole('alert').filter({ hasText: 'Leads kunde inte hämtas.' })
  await expect(failed).toBeVisible()
  isBroken = false
  await failed.getByRole('button', { name: 'Försök igen' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 lead visas' })).toBeAttached()
  await expect(failed).toHaveCount(0)
})
