/**
 * A process that does what an operator asked for, and is killed at a step. Arguments: the command, its file or address, the
 * step. Settings are in its environment.
 */
import { dumpDatabase } from '@/lib/composition/operate/dump-database'
import { moveDatabase } from '@/lib/composition/operate/move-database'
import { restoreDatabase } from '@/lib/composition/operate/restore-database'
import { upgradeEmbedded } from '@/lib/composition/operate/upgrade-database'
import { readEnv } from '@/lib/env'

const [command = '', argument = '', killedAt] = process.argv.slice(2)
const env = readEnv(process.env)
const tell = (step: string) => {
  if (step === killedAt) process.kill(process.pid, 'SIGKILL')
}
const commands: Record<string, () => Promise<unknown>> = {
  dump: () => dumpDatabase(env, argument, { tell }),
  restore: () => restoreDatabase(env, argument, tell),
  move: () => moveDatabase(env, argument, tell),
  upgrade: () => upgradeEmbedded(env, undefined, tell),
}
await commands[command]?.()
process.exit()
