import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { addresses, run } from './network.mjs'

const release = 'trixie'
const bootScript = new URL('boot.sh', import.meta.url).pathname

/** What this machine reaches its registries with; the other one takes it over. */
const certificates = '/etc/ssl/certs/ca-certificates.crt'

const onceRunning = `
  for i in $(seq 300); do
    case $(systemctl is-system-running 2>/dev/null) in running|degraded) break;; esac
    sleep 0.1
  done
  update-ca-certificates --fresh >/dev/null 2>&1`

/**
 * A Debian with an init of its own and nothing but what a minimal installation has, in a folder and in namespaces that go
 * with {@link stop}. Needs Linux, root, debootstrap, iproute2, iptables and Debian's packages; `BARE_DEBIAN` names a folder
 * that debootstrap has filled already.
 * @param {{ network: string, code: string, hosts: string[], trust: string }} options network: its name; code: the repository it can clone; hosts: names of
 *   neighbours; trust: a certificate of an authority, in PEM
 */
export async function bootDebian({ network, code, hosts, trust }) {
  const folder = mkdtempSync(join(tmpdir(), 'bare-debian-'))
  const base = process.env.BARE_DEBIAN ?? join(folder, 'base')
  if (!existsSync(join(base, 'etc/debian_version')))
    run(
      'debootstrap',
      '--variant=minbase',
      '--include=systemd,systemd-sysv,dbus,ca-certificates',
      release,
      base,
    )
  const root = join(folder, 'root')
  for (const part of ['root', 'top']) mkdirSync(join(folder, part))
  // In memory: dpkg waits for the disk at each file.
  run('mount', '-t', 'tmpfs', '-o', 'size=8g', 'tmpfs', join(folder, 'top'))
  for (const part of ['upper', 'work']) mkdirSync(join(folder, 'top', part))
  run(
    'mount',
    '-t',
    'overlay',
    'overlay',
    '-o',
    `lowerdir=${base},upperdir=${join(folder, 'top/upper')},workdir=${join(folder, 'top/work')}`,
    root,
  )
  furnish(root, { hosts, trust })
  const init = spawn(
    'nsenter',
    [
      `--net=/run/netns/${network}`,
      'unshare',
      '--mount',
      '--pid',
      '--ipc',
      '--uts',
      '--cgroup',
      '--fork',
      '--kill-child',
      'bash',
      bootScript,
      root,
      code,
    ],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  )
  const stop = async () => {
    init.kill('SIGKILL')
    if (init.exitCode === null && init.signalCode === null) await once(init, 'exit')
    for (const mounted of [root, join(folder, 'top')]) run('umount', '--lazy', mounted)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const pid = await initOf(init.pid)
    run(
      'nsenter',
      ...into(pid),
      '/usr/bin/env',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
      'sh',
      '-ec',
      onceRunning,
    )
    return { root, shell: () => openShell(pid), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** @typedef {Awaited<ReturnType<typeof bootDebian>>} Machine */

/** What a machine at this place is given by those who keep it: names, mirrors, authorities. @param {string} root */
function furnish(root, { hosts = /** @type {string[]} */ ([]), trust = '' }) {
  const settings = {
    NODE_EXTRA_CA_CERTS: certificates,
    npm_config_registry: run('npm', 'config', 'get', 'registry').trim(),
    npm_config_cafile: certificates,
  }
  writeFileSync(
    join(root, 'etc/hosts'),
    [
      '127.0.0.1 localhost',
      `${addresses.machine} leads.example.com`,
      `${addresses.neighbours} ${hosts.join(' ')}`,
      '',
    ].join('\n'),
  )
  writeFileSync(join(root, 'etc/hostname'), 'leads\n')
  cpSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'))
  cpSync('/etc/apt/apt.conf.d', join(root, 'etc/apt/apt.conf.d'), { recursive: true })
  const own = join(root, 'usr/local/share/ca-certificates')
  mkdirSync(own, { recursive: true })
  const known = readFileSync(certificates, 'utf8').match(/-----BEGIN[\s\S]*?END CERTIFICATE-----/g) ?? []
  for (const [index, pem] of [trust, ...known].entries())
    writeFileSync(join(own, `place-${index}.crt`), `${pem}\n`)
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  writeFileSync(join(root, 'etc/environment'), `${lines.join('\n')}\n`)
  mkdirSync(join(root, 'etc/systemd/system.conf.d'), { recursive: true })
  writeFileSync(
    join(root, 'etc/systemd/system.conf.d/place.conf'),
    `[Manager]\nDefaultEnvironment=${lines.map((line) => `"${line}"`).join(' ')}\n`,
  )
  writeFileSync(
    join(root, 'etc/gitconfig'),
    '[url "file:///mnt/code"]\n  insteadOf = https://git.example.com/lead-api.git\n[safe]\n  directory = *\n',
  )
}

/** The process that is number one in the new namespace: the only child of what made it. @param {number | undefined} parent */
async function initOf(parent) {
  for (let tries = 0; tries < 100; tries += 1) {
    const child = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim()
    if (child && readFileSync(`/proc/${child}/comm`, 'utf8').startsWith('systemd')) return Number(child)
    await delay(100)
  }
  throw new Error('systemd did not start')
}

/** @param {number} pid */
const into = (pid) => ['-t', String(pid), '-m', '-p', '-i', '-u', '-n', '-C', '-r', '-w']

/** A root's login shell, in which one command after another is run and what one leaves is there for the next. */
function openShell(/** @type {number} */ pid) {
  const bash = spawn(
    'nsenter',
    [
      ...into(pid),
      '/usr/bin/env',
      '-i',
      'HOME=/root',
      'TERM=dumb',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'bash',
      '--noprofile',
      '--norc',
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  bash.stdin.write('exec 2>&1; set -a; . /etc/environment; set +a; cd /root; trap "failed=1" ERR\n')
  const lines = createInterface({ input: bash.stdout })[Symbol.asyncIterator]()
  const end = `--- end of ${process.pid} ---`
  return {
    /** @param {string} commands @returns {Promise<{ failed: boolean, output: string }>} whether any of them failed, and what they printed */
    async run(commands) {
      bash.stdin.write(`failed=0\n{\n${commands}\n} </dev/null\necho; echo "${end} $failed"\n`)
      const output = []
      for (;;) {
        const { value, done } = await lines.next()
        if (done) return { failed: true, output: [...output, '(the shell ended)'].join('\n') }
        if (value.startsWith(end)) return { failed: !value.endsWith(' 0'), output: output.join('\n').trim() }
        output.push(value)
      }
    },
    close: () => void bash.stdin.end(),
  }
}
