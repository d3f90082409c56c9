import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstLine } from '../run/tally.mjs'
import { afterItAll } from './after-it-all.mjs'
import { bootDebian } from './bare-debian.mjs'
import { commandsOf } from './commands.mjs'
import { becomeAdministrator } from './first-person.mjs'
import { startNeighbours } from './neighbours.mjs'
import { makeNetwork, run } from './network.mjs'

const root = new URL('../..', import.meta.url).pathname
const origin = 'https://leads.example.com'
const linkFile = '/var/lib/lead-api/data/setup-link'

/**
 * Runs every command of the document for operators, as it is written and in its order, as root on a Debian that is new, with
 * Vitec, a receiver of alerts, a mail server and an authority for certificates around it; then looks at what came of it all.
 * @returns {Promise<import('../run/tally.mjs').Counts>} one for each fence and each look; after one that failed no other is run
 */
export async function runOperations() {
  if (!canMakeDebian()) {
    console.log(
      'NO NEW DEBIAN CAN BE MADE HERE: not run. It takes root on Debian, debootstrap, caddy, iproute2 and iptables',
    )
    return { passed: 0, failed: 0 }
  }
  const code = mkdtempSync(join(tmpdir(), 'lead-api-code-'))
  run('git', 'clone', '--quiet', '--bare', root, code)
  chmodSync(code, 0o755)
  const network = makeNetwork()
  const neighbours = await startNeighbours()
  const { hosts, trust } = neighbours
  const machine = await bootDebian({ network: network.name, code, hosts, trust })
  const shell = machine.shell()
  try {
    return await walk(shell, neighbours)
  } finally {
    shell.close()
    await machine.stop()
    neighbours.stop()
    network.leave()
    rmSync(code, { recursive: true, force: true })
  }
}

function canMakeDebian() {
  const tries = [
    ['unshare', '--mount', '--net', 'true'],
    ['ip', '-Version'],
    ...[
      ['debootstrap', '--version'],
      ['caddy', 'version'],
      ['iptables', '--version'],
    ],
  ]
  return process.getuid?.() === 0 && tries.every(([name = '', ...args]) => spawnSync(name, args).status === 0)
}

/** @param {import('./first-person.mjs').Shell} shell @param {import('./after-it-all.mjs').World['neighbours']} neighbours */
async function walk(shell, neighbours) {
  /** @type {import('./first-person.mjs').Ask} */
  let ask = async () => Promise.reject(new Error('nobody has set up the service'))
  const acts = /** @type {Record<string, () => Promise<void>>} */ ({
    async 'by hand: make a key'() {
      const administrator = await becomeAdministrator(shell, { origin, linkFile })
      ask = administrator.ask
      await shell.run(`export LEAD_API_KEY=${administrator.secret}`)
    },
  })
  const steps = [
    ...commandsOf(readFileSync(`${root}docs/operations.md`, 'utf8')).map(({ heading, commands, hand }) => ({
      name: heading,
      run: hand
        ? (acts[hand] ?? (() => Promise.reject(new Error(`nobody knows how to ${hand}`))))
        : typed(shell, commands),
    })),
    ...Object.entries(afterItAll).map(([name, look]) => ({
      name,
      run: () => look({ shell, neighbours, ask }),
    })),
  ]
  for (const [passed, { name, run }] of steps.entries()) {
    const began = performance.now()
    const error = await run().catch((/** @type {Error} */ thrown) => thrown)
    console.log(
      `  ${error ? 'FAILED' : 'passed'}  ${name}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    if (!error) continue
    console.log(error.message)
    const { output } = await shell.run(
      'journalctl --unit lead-api --no-pager --lines 30; systemctl status caddy --no-pager',
    )
    console.log(output)
    return { passed, failed: 1, failures: [`${name}: ${firstLine(error.message)}`] }
  }
  return { passed: steps.length, failed: 0 }
}

/** @param {import('./first-person.mjs').Shell} shell @param {string} commands */
const typed = (shell, commands) => async () => {
  const { failed, output } = await shell.run(commands)
  if (failed) throw new Error(`${commands}\n${output.slice(-4000)}`)
  if (process.env.DEBUG) console.log(output.slice(-2000))
}
