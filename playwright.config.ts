import { defineConfig } from 'playwright/test'
import { retries } from './test/run/failures.mjs'

const executablePath = process.env.E2E_CHROMIUM
// As root Chromium has no sandbox; and no journey may reach anything but this machine.
const args = [
  '--host-resolver-rules=MAP leads.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Those that start servers of their own, or wait: begun first, so that none is left to run alone at the end. */
const long = [
  '**/e2e/{api-keys,audit,bulk-sends,deliveries,hostile,metrics,people,privacy,process,safety,sending,sign-in,system}/*.spec.ts',
]

/** The journeys; scripts/e2e.mjs starts the server, finds the browser and runs them. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  // A journey waits for a good part of its time, also where there are two processors only.
  workers: 3,
  retries,
  forbidOnly: true,
  // Ample: how long a thing takes on a busy machine says nothing of whether it works.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/journeys.json' }],
    ...(process.env.E2E_TIMES ? [['./test/e2e/journey-times.mjs'] as const] : []),
  ],
  projects: [
    { name: 'long', testMatch: long },
    { name: 'other', testIgnore: long },
  ],
  use: {
    baseURL: process.env.E2E_ADDRESS ?? 'http://127.0.0.1:3000',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    launchOptions: { args, ...(executablePath && { executablePath }) },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
})
