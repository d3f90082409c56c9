/** Makes a data folder with an embedded database that is migrated and empty: `node --import tsx … FOLDER`. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from '@/lib/db/embedded/open-embedded'
import { migrate } from '@/lib/db/migrate'

const [folder = ''] = process.argv.slice(2)
const { pool, close } = await openEmbedded(folder)
await migrate(pool)
await pool.query('CHECKPOINT')
await close()
// Its copies make their own.
rmSync(join(folder, 'database.reserve'))
