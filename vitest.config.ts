import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { testSeed } from './test/run/random.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

const stores = [
  'lib/db/**/*.test.ts',
  'lib/*/store/**/*.test.ts',
  'test/{simulation,support}/**/*.test.ts',
  'test/*.test.ts',
]
/** A clock that was put on makes Vitest's own timers of the process go round and round: theirs ends with the file. */
const clocks = ['lib/privacy/store/{clock-watch,forget-expired}.test.ts', 'lib/privacy/run-retention.test.ts']

/** Whole databases again and again: with `TEST_ALL=1`, as `npm test -- --all` sets it. */
const whole = ['lib/composition/operate/{upgrade-database,operate.killed}.test.ts']

process.env.TEST_RUN = `${process.pid}`
if (process.argv.some((word) => word.includes('vitest')))
  console.log(`TEST_SEED=${testSeed} draws the same again`)

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside a bundler for the server the marker package throws when imported.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    // By default one processor is left to others, which of two is half.
    maxWorkers: availableParallelism(),
    // A file finds the modules, and the spare databases, of those before it in its process.
    isolate: false,
    globalSetup: ['./test/run/after-unit-tests.ts'],
    setupFiles: ['./test/run/seed-properties.mjs', './test/run/quiet-log.ts'],
    // A database in the process takes a second to start, and ten on a busy machine.
    hookTimeout: 120_000,
    testTimeout: 180_000,
    projects: [
      // What asks the database itself is tested on PostgreSQL too; the rest in `npm test -- --all`.
      { extends: true, test: { name: 'stores', include: stores, exclude: clocks } },
      { extends: true, test: { name: 'clocks', include: clocks, isolate: true } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['{app,components,lib,scripts,server,test}/**/*.test.{ts,tsx}'],
          exclude: [...stores, ...clocks, ...(process.env.TEST_ALL ? [] : whole)],
          env: process.env.TEST_ALL ? {} : { TEST_DATABASE_URL: '' },
        },
      },
    ],
  },
})
