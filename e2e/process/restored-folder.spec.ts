import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startServer } from '@/test/e2e/start-server.mjs'
import { newDataFolder } from '@/test/run/data-template.mjs'
import { leadBody, uniqueName } from '../actions/leads'

const counts = { leads: 1, cancelled: 1, attempts: 1, keptAnswers: 0, sandboxEntries: 0 }

test('who was erased is gone before the first answer of a server whose database was restored from before', {
  tag: '@all',
}, async () => {
  test.setTimeout(240_000)
  const dataDir = newDataFolder()
  const ask = async (address: string, path: string, data?: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const sent = data ? { method: 'POST', headers, body: JSON.stringify(data) } : {}
    return (await fetch(`${address}${path}`, sent)).json()
  }
  let server = await startServer({ dataDir })
  try {
    const person = { last_name: uniqueName() }
    // It waits for its next attempt: a start that sends before erasing sends it again.
    const body = leadBody({ person, customer: { customer_id: 'SANDBOX-503' } })
    const { id } = await ask(server.address, '/api/lead', body)
    expect(await server.stop()).toBe(true)
    // As the folder stands once this database was put back in the place of one in which the lead was erased.
    const receipt = {
      version: 1,
      id: crypto.randomUUID(),
      at: new Date().toISOString(),
      by: 'open',
      ...counts,
    }
    appendFileSync(join(dataDir, 'erasures.jsonl'), `${JSON.stringify({ ...receipt, leadIds: [id] })}\n`)

    server = await startServer({ dataDir })
    const found = await ask(server.address, '/api/staff/leads/search', { search: person.last_name })
    expect(found).toMatchObject({ leads: [] })
    const gone = { status: 'cancelled', lead_message: '', attempts: 1 }
    expect(await ask(server.address, `/api/lead/${id}`)).toMatchObject(gone)
    expect(await fetch(`${server.address}/settings/privacy/${receipt.id}`)).toHaveProperty('status', 200)
    expect(server.said()).toContain('erased again what a restore had brought back')
    expect(server.said()).not.toContain(person.last_name)
  } finally {
    expect(await server.stop()).toBe(true)
    rmSync(dataDir, { recursive: true, force: true })
  }
})
