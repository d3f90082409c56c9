/**
 * `npm run test:operations`: runs every command of docs/operations.md, as it is written, on a Debian that is new. Needs Linux,
 * root and Debian's debootstrap, caddy, iproute2 and iptables; `BARE_DEBIAN` names a folder that debootstrap has filled
 * already. What is tested is what is committed.
 */
import { fileURLToPath } from 'node:url'
import { runOperations } from '../test/operations/run-operations.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { passed, failed } = await runOperations()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
