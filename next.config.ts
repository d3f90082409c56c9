import type { NextConfig } from 'next'

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
