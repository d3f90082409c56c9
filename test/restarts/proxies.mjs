import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../support/free-port.mjs'

/**
 * @typedef {{ address: string, said: () => string, stop: () => Promise<unknown> }} Proxy
 * @typedef {{ folder: string, port: number, upstreams: string[] }} Place
 */

/** The files of docs/operations are run as they stand there, but for names, ports and certificates. */
const instances = ['127.0.0.1:3000', '127.0.0.1:3001']

/** nginx with nothing set but where the instances are. */
const stockSite = `upstream lead_api {\n${instances.map((at) => `  server ${at};\n`).join('')}}
server { listen 443 ssl; ssl_certificate /etc/ssl/leads.example.com.pem; ssl_certificate_key /etc/ssl/leads.example.com.key;
  location / { proxy_pass http://lead_api; proxy_set_header X-Forwarded-For $remote_addr; } }`

/** @typedef {'nginx' | 'nginx-stock' | 'caddy'} ProxyName */

/** @type {Record<ProxyName, (place: Place) => string[]>} */
const programs = {
  nginx: (place) => nginx(readFileSync('docs/operations/nginx.conf', 'utf8'), place),
  'nginx-stock': (place) => nginx(stockSite, place),
  caddy({ folder, port, upstreams }) {
    const head = `{\n\tadmin off\n\tauto_https off\n}\n`
    const site = `https://127.0.0.1:${port} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`
    const text = withUpstreams(readFileSync('docs/operations/Caddyfile', 'utf8'), upstreams)
    writeFileSync(join(folder, 'Caddyfile'), head + text.replace('leads.example.com {', site))
    return ['caddy', 'run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  },
}

function nginx(/** @type {string} */ site, /** @type {Place} */ { folder, port, upstreams }) {
  const text = withUpstreams(site, upstreams)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/etc/ssl/leads.example.com.pem', join(folder, 'cert.pem'))
    .replace('/etc/ssl/leads.example.com.key', join(folder, 'key.pem'))
  writeFileSync(join(folder, 'site.conf'), text)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ')
  const main = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
    http { access_log off; ${temporary} include ${folder}/site.conf; }`
  writeFileSync(join(folder, 'nginx.conf'), main)
  return ['nginx', '-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]
}

/** Where there is one instance, the other's name goes. */
function withUpstreams(/** @type {string} */ text, /** @type {string[]} */ upstreams) {
  return instances.reduce((whole, instance, at) => {
    const own = upstreams[at]
    if (own) return whole.replaceAll(instance, own)
    return whole.replace(new RegExp(`^ *server ${instance}.*\\n`, 'm'), '').replaceAll(` ${instance}`, '')
  }, text)
}

/**
 * Starts a proxy before instances, with a certificate of its own making.
 * @param {ProxyName} name
 * @param {string[]} upstreams `host:port` of each instance
 * @returns {Promise<Proxy | null>} null where that program is not here
 */
export async function startProxy(name, upstreams) {
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-proxy-'))
  const port = await freePort()
  makeCertificate(folder)
  const [program = '', ...args] = programs[name]({ folder, port, upstreams })
  const child = spawn(program, args, {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')])
  const end = () => child.kill()
  process.once('exit', end)
  const isListening = async () => {
    while (child.exitCode === null && child.pid !== undefined) {
      const answers = await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        (error) => error.cause?.code !== 'ECONNREFUSED',
      )
      if (answers) return true
      await delay(50)
    }
    return false
  }
  if (!(await Promise.race([isListening(), ended.then(() => false)]))) {
    remove()
    if (child.pid === undefined) return null
    throw new Error(`${name} did not start: ${said}`)
  }
  return {
    address: `https://127.0.0.1:${port}`,
    said: () => said + (name === 'caddy' ? '' : readFileSync(join(folder, 'error.log'), 'utf8')),
    stop: async () => {
      process.off('exit', end)
      child.kill()
      await ended
      remove()
    },
  }
}

function makeCertificate(/** @type {string} */ folder) {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...names],
    {
      stdio: 'pipe',
    },
  )
}
