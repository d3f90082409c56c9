/** `npm run count:tasks`: what staff do all day, in keys and clicks. What follows `--` chooses some: `-- doubts excel`. */
import { fileURLToPath } from 'node:url'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const shutdown = watchForShutdown()

await install(root, shutdown)
const { runTasks } = await import('../test/tasks/run-tasks.mjs')
process.exit((await runTasks(process.argv.slice(2))) ? 0 : 1)
