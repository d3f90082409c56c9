import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Application } from './handover'

/**
 * Tells the operator who starts the product what serves now, and where.
 * @param address at which this process listens; what stands in front of it may have another
 */
export function announce(env: Env, { database, setUpLink }: Application, address: string): void {
  const shown = env.PUBLIC_URL?.replace(/\/$/, '') ?? address
  const { isTTY: isTerminal } = process.stdout
  if (isTerminal) {
    const vitec = env.VITEC_BASE_URL ?? `a stand-in for it, with its inbox at ${shown}/sandbox/inbox`
    console.log(`\nLead API · ${env.mode} · ${shown}`)
    console.log(`  vitec     ${vitec}`)
    console.log(`  database  ${database}`)
  } else {
    const vitec = env.VITEC_BASE_URL ?? 'stand-in'
    log.info({ mode: env.mode, access: env.access, address: shown, vitec, database }, 'Lead API serves')
  }
  tellSetUpLink(setUpLink, { dataDir: env.DATA_DIR, isTerminal })
}

/**
 * Hands the first administrator's link to the operator who starts the product: on their terminal, or, where what is
 * printed is kept as a log that others read, in a file that no other user may. Takes that file away once there is an
 * administrator.
 * @param link null where there is an administrator, or people do not sign in
 */
export function tellSetUpLink(
  link: string | null,
  { dataDir, isTerminal }: { dataDir: string; isTerminal: boolean },
): void {
  const file = join(dataDir, 'setup-link')
  rmSync(file, { force: true })
  if (link === null) return
  const invitation = 'There is no administrator yet. The person who opens the link'
  if (isTerminal) {
    console.log(`\n${invitation} within a day is the first:\n  ${link}`)
  } else {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, `${link}\n`, { mode: 0o600, flag: 'wx' })
    log.warn({ file }, `${invitation} in that file within a day is the first`)
  }
}
