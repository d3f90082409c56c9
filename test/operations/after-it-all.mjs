import { strict as assert } from 'node:assert'
import { setTimeout as delay } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { leadBody } from '../crash/load.mjs'

/**
 * @typedef {object} World
 * @property {import('./first-person.mjs').Shell} shell
 * @property {Awaited<ReturnType<typeof import('./neighbours.mjs').startNeighbours>>} neighbours
 * @property {import('./first-person.mjs').Ask} ask as the first administrator
 */

/** Waits for what comes by itself. @template T @param {() => T | undefined | false} look */
async function soon(look) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = look()
    if (found) return found
    await delay(100)
  }
  throw new Error('it did not come within half a minute')
}

/**
 * What has to be true of a service that was set up, restored and moved by the document, by the sentence that says it.
 * @type {Record<string, (world: World) => Promise<void>>}
 */
export const afterItAll = {
  async 'a restored and a moved service is held until an administrator lets it go'({ ask }) {
    const { hold } = await ask('GET', '/api/staff/sending')
    assert.equal(hold.reason, 'restored')
    await ask('POST', '/api/staff/sending/lift', { hold: hold.id })
  },
  async 'the key and the administrator from before are those of the database that it is now'({
    shell,
    neighbours,
  }) {
    const { leads } = await neighbours.memory()
    const body = JSON.stringify(leadBody({ lastName: 'Rehearsed', customerId: 'ABC123' }))
    const { output } = await shell.run(
      `curl --silent --fail-with-body "https://$LEADS_HOST/api/lead" --header "Authorization: Bearer $LEAD_API_KEY" \
        --header 'Content-Type: application/json' --data @- <<'END'\n${body}\nEND`.replaceAll('\\n', '\n'),
    )
    assert.equal(JSON.parse(output).status, 'OK', output)
    assert.deepEqual(
      (await neighbours.memory()).leads.map(({ lastName }) => lastName),
      [...leads.map(({ lastName }) => lastName), 'Rehearsed'],
    )
  },
  async 'a test alert arrives as a call that its secret verifies, and as mail'({ shell, neighbours, ask }) {
    const { output } = await shell.run('grep ALERT_WEBHOOK_SECRET /opt/lead-api/.env | cut -d = -f 2-')
    await ask('POST', '/api/staff/alerts/test')
    const call = await soon(() => neighbours.alerts.find(({ body }) => body.includes('alert.test')))
    // Node gives each of these headers once, as a string.
    new Webhook(output.trim()).verify(call.body, /** @type {Record<string, string>} */ (call.headers))
    await soon(() => neighbours.mail.some((message) => message.includes('operator@example.com')))
  },
  async 'no name, address or number of a person, and no link to set up, is in the journal'({ shell }) {
    const { output } = await shell.run('journalctl --unit lead-api --no-pager')
    assert.match(output, /"msg":/)
    for (const secret of ['Andersson', 'Storgatan', '0701234567', '46701234567', '@example.com', '/setup#'])
      assert.ok(!output.includes(secret), `the journal has ${secret}`)
  },
}
