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
