/** Started by the service, never by hand: makes the backup whose file is named, and says in a line of JSON what came of it. */
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { makeBackup } = await tsImport('../lib/composition/operate/make-backup.ts', import.meta.url)
process.stdout.write(JSON.stringify(await makeBackup(process.argv[2])))
