import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside a bundler for the server the marker package throws when imported.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    // A database in the process takes a second to start, and ten on a busy machine.
    hookTimeout: 120_000,
    testTimeout: 60_000,
    include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
  },
})
