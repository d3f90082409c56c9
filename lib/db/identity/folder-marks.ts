import { type BigIntStats, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Marks } from './marks'

/** The marks of an embedded database's folder. They stay when it is renamed, and are others in every copy. */
export function folderMarks(folder: string): Marks {
  const whole = statSync(folder, { bigint: true })
  const control = statSync(join(folder, 'global', 'pg_control'), { bigint: true })
  return {
    folder: `${whole.ino}`,
    control: `${control.ino}`,
    device: `${whole.dev}`,
    ...withBirth(whole, 'folderBirth'),
    ...withBirth(control, 'controlBirth'),
  }
}

/** Where a file system keeps no time of birth, Node gives the time of the last change, or none. */
function withBirth(stats: BigIntStats, name: 'folderBirth' | 'controlBirth'): Marks {
  const { birthtimeNs, ctimeNs } = stats
  return birthtimeNs === 0n || birthtimeNs === ctimeNs ? {} : { [name]: `${birthtimeNs}` }
}
