import type { NextConfig } from 'next'

/** What no page of ours uses is left out of packages. */
const leaveOut = './scripts/bundle/leave-out.mjs'

const config: NextConfig = {
  agentRules: false,
  // npm run check does that; doing it here too would double the time a first start takes.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Loading every page before the first is asked for takes half of a warm start.
  // app/forbidden.tsx answers with 403 where a page is not for everybody.
  experimental: { preloadEntriesOnStart: false, authInterrupts: true },
  typedRoutes: true,
  turbopack: {
    rules: {
      '**/messages/*.json': { loaders: ['./scripts/bundle/compile-words.mjs'], as: '*.js' },
      '**/node_modules/react-aria*/dist/private/**/intlStrings.mjs': { loaders: [leaveOut] },
      '**/lib/validation/phone-field.ts': { condition: 'browser', loaders: [leaveOut] },
      '**/node_modules/zod/v4/{classic,core}/schemas.js': { condition: 'browser', loaders: [leaveOut] },
      '**/node_modules/react-hook-form/dist/index.esm.mjs': { condition: 'browser', loaders: [leaveOut] },
      '**/node_modules/zod/v4/core/checks.js': { condition: 'browser', loaders: [leaveOut] },
    },
    // The server's own parts that no bundler has seen read the same files as they are, and format them as they are.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@prisma/adapter-pg',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    'undici',
  ],
  headers: async () => [
    {
      source:
        '/:file(favicon.ico|icon.svg|icon-192.png|icon-512.png|icon-maskable-512.png|apple-touch-icon.png)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }],
    },
  ],
  // The address in the source document's Python sample is the bare host, so its paths have no /api.
  rewrites: async () => [
    { source: '/lead', destination: '/api/lead' },
    { source: '/lead/:id', destination: '/api/lead/:id' },
    { source: '/lead-sources', destination: '/api/lead-sources' },
  ],
}

export default config
