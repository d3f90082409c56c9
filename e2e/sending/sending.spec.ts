import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, request as newRequest, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { receivedByVitec, sendLead } from '../actions/leads'
import { violationsOf } from '../actions/violations-of'

const banner = 'Alla utskick är pausade.'

test('all sending is held: leads are taken in and wait, every page says so, and all go out when it is let go', {
  tag: '@all',
}, async ({ page }) => {
  const server = await startServer()
  const caller = await newRequest.newContext({ baseURL: server.address })
  try {
    await page.goto(`${server.address}/settings/sending`)
    await page.getByRole('button', { name: 'Pausa alla utskick' }).click()
    await page.getByRole('button', { name: 'Pausa', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: banner })).toBeVisible()
    expect(await violationsOf(page)).toEqual([])

    const one = await sendLead(caller)
    const other = await sendLead(caller, { customer: { customer_id: 'M30011' } })
    expect([one.status, other.status]).toEqual(['QUEUED', 'QUEUED'])
    const told = await (await caller.get(`/api/lead/${one.id}`)).json()
    expect(told).toMatchObject({ status: 'pending', next_attempt_at: null, attempts: 0 })
    expect(told.message).toContain('All sending is held')
    await page.goto(`${server.address}/leads/${one.id}`)
    await expect(page.getByRole('status').filter({ hasText: banner })).toBeVisible()
    await expect(page.getByText('Väntar: alla utskick är pausade')).toBeVisible()
    expect(await (await caller.get('/sandbox/inbox.json')).json()).toEqual([])

    await page.getByRole('link', { name: 'Till utskick' }).click()
    await page.getByRole('button', { name: `Släpp: Erik ${one.lastName}` }).click()
    await page.getByRole('button', { name: 'Släpp 1 lead' }).click()
    await expect(page.getByText('1 lead är släppt.')).toBeVisible()
    await page.getByRole('button', { name: 'Stäng' }).last().click()
    await expect.poll(() => receivedByVitec(caller, one.lastName)).toHaveLength(1)
    expect(await receivedByVitec(caller, other.lastName)).toEqual([])

    await page.emulateMedia({ colorScheme: 'dark' })
    await page.getByRole('button', { name: 'Släpp alla utskick' }).click()
    await expect(page.getByRole('dialog')).toContainText('1 lead som väntar skickas')
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Släpp', exact: true }).click()
    await expect(page.getByText('Leads skickas som vanligt')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: banner })).toHaveCount(0)
    await expect.poll(() => receivedByVitec(caller, other.lastName)).toHaveLength(1)
    expect(await violationsOf(page)).toEqual([])
  } finally {
    await caller.dispose()
    await server.stop()
  }
})

test('a copy of the database starts held, says why, and what waits in it is settled by whoever looked', {
  tag: '@all',
}, async ({ page }) => {
  const home = mkdtempSync(join(tmpdir(), 'lead-api-copy-'))
  const [original, copy] = [join(home, 'original'), join(home, 'copy')]
  let server = await startServer({ dataDir: original })
  const call = async () => newRequest.newContext({ baseURL: server.address })
  try {
    let caller = await call()
    await caller.post('/api/staff/sending/hold')
    const lead = await sendLead(caller)
    await server.stop()
    execFileSync('cp', ['-a', original, copy])

    server = await startServer({ dataDir: copy })
    caller = await call()
    await page.goto(`${server.address}/leads/${lead.id}`)
    await expect(page.getByText('Väntar: kan redan finnas i Vitec')).toBeVisible()
    await page.goto(`${server.address}/settings/sending`)
    await expect(page.getByText('Databasen har återställts, kopierats eller flyttats')).toBeVisible()
    await page.getByRole('button', { name: 'Sök i Vitec …' }).click()
    await page.getByRole('button', { name: 'Sök efter 1 lead' }).click()
    await expect(page.getByText('Inget av dem hittades.')).toBeVisible()
    await page.getByRole('button', { name: 'Stäng' }).last().click()
    await page.getByRole('button', { name: 'De finns i Vitec …' }).click()
    await page.getByRole('button', { name: 'Ja, det finns där' }).click()
    await expect(page.getByText('1 lead räknas som levererat.')).toBeVisible()
    expect(await (await caller.get(`/api/lead/${lead.id}`)).json()).toMatchObject({ status: 'delivered' })
    expect(await (await caller.get('/sandbox/inbox.json')).json()).toEqual([])
  } finally {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
})
