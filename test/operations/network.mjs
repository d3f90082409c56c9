import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

/** Where the machine and its neighbours stand, in a network of their own. */
export const addresses = { neighbours: '10.99.0.1', machine: '10.99.0.2' }

/** @param {string} command @param {...string} args */
export const run = (command, ...args) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString()

/** A network of two: the machine, and this one with its neighbours, through which it reaches the rest. */
export function makeNetwork() {
  const name = `leads${process.pid}`
  const [near, far] = [`ld${process.pid}a`.slice(-15), `ld${process.pid}b`.slice(-15)]
  const nat = ['POSTROUTING', '-s', `${addresses.machine}/32`, '-j', 'MASQUERADE']
  run('ip', 'netns', 'add', name)
  run('ip', 'link', 'add', near, 'type', 'veth', 'peer', 'name', far)
  run('ip', 'link', 'set', far, 'netns', name)
  run('ip', 'addr', 'add', `${addresses.neighbours}/24`, 'dev', near)
  run('ip', 'link', 'set', near, 'up')
  for (const command of [
    `addr add ${addresses.machine}/24 dev ${far}`,
    `link set ${far} up`,
    'link set lo up',
    `route add default via ${addresses.neighbours}`,
  ])
    run('ip', '-n', name, ...command.split(' '))
  writeFileSync('/proc/sys/net/ipv4/ip_forward', '1')
  run('iptables', '-t', 'nat', '-A', ...nat)
  return {
    name,
    leave() {
      run('iptables', '-t', 'nat', '-D', ...nat)
      run('ip', 'netns', 'delete', name)
    },
  }
}
