import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { addresses } from './network.mjs'

const vitecStandIn = new URL('../crash/plain-stand-in.mjs', import.meta.url)

/** By which name whom the machine asks for is found. */
const names = {
  vitec: 'vitec.example.com',
  alerts: 'alerts.example.com',
  mail: 'mail.example.com',
  authority: 'acme-v02.api.letsencrypt.org',
}

/**
 * Whom a live service has around it: Vitec, a receiver of alerts, a mail server, and an authority that hands out
 * certificates by ACME once it was shown that a name is the asker's. All but mail over TLS, by that authority.
 */
export async function startNeighbours() {
  const folder = mkdtempSync(join(tmpdir(), 'neighbours-'))
  const vitec = fork(vitecStandIn, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const [line] = await once(/** @type {import('node:stream').Readable} */ (vitec.stdout), 'data')
  const vitecAddress = String(line).trim()
  const alerts = await receiveAlerts()
  const front = startFront(folder, { vitec: vitecAddress, alerts: alerts.address })
  const root = join(folder, 'caddy/pki/authorities/local/root.crt')
  const ofMail = join(folder, 'caddy/certificates/local', names.mail, names.mail)
  for (let tries = 0; tries < 150 && !existsSync(`${ofMail}.key`); tries += 1) await delay(100)
  const mail = await receiveMail({ cert: readFileSync(`${ofMail}.crt`), key: readFileSync(`${ofMail}.key`) })
  return {
    hosts: Object.values(names),
    /** The authority's own certificate, in PEM. */
    trust: readFileSync(root, 'utf8'),
    /** @returns {Promise<{ leads: { id: string, lastName: string }[] }>} what Vitec has been sent */
    memory: async () => (await fetch(`${vitecAddress}/memory.json`)).json(),
    alerts: alerts.received,
    mail: mail.received,
    stop() {
      front.kill('SIGKILL')
      vitec.disconnect()
      alerts.close()
      mail.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Caddy in front of them, which is the authority, too: to it the machine's name leads to the machine. */
function startFront(/** @type {string} */ folder, { vitec = '', alerts = '' }) {
  const to = (/** @type {string} */ name, /** @type {string} */ what) =>
    `https://${name} {\n  bind ${addresses.neighbours}\n  tls internal\n  ${what}\n}\n`
  const file = join(folder, 'Caddyfile')
  writeFileSync(
    file,
    [
      '{\n  admin off\n  skip_install_trust\n  auto_https disable_redirects\n}\n',
      to(names.vitec, `reverse_proxy ${vitec}`),
      to(names.alerts, `reverse_proxy ${alerts}`),
      to(names.mail, 'respond 404'),
      to(names.authority, 'rewrite /directory /acme/local/directory\n  acme_server'),
    ].join(''),
  )
  const hosts = join(folder, 'hosts')
  writeFileSync(hosts, `127.0.0.1 localhost\n${addresses.machine} leads.example.com\n`)
  const start = `mount --bind ${hosts} /etc/hosts && exec caddy run --config ${file} --adapter caddyfile`
  return spawn('unshare', ['--mount', 'sh', '-c', start], {
    stdio: ['ignore', 'ignore', process.env.DEBUG ? 'inherit' : 'ignore'],
    env: { ...process.env, XDG_DATA_HOME: folder, HOME: folder },
  })
}

async function receiveAlerts() {
  /** @type {{ headers: import('node:http').IncomingHttpHeaders, body: string }[]} */
  const received = []
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) })
    response.writeHead(204).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { received, address: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function receiveMail(/** @type {{ cert: Buffer, key: Buffer }} */ certificate) {
  /** @type {string[]} */
  const received = []
  const server = new SMTPServer({
    ...certificate,
    authOptional: true,
    onData: (stream, _session, done) =>
      void text(stream).then((message) => {
        received.push(message)
        done()
      }),
  })
  server.listen(587, addresses.neighbours)
  await once(server.server, 'listening')
  return { received, close: () => void server.close(() => {}) }
}
