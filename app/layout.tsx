import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import { PermissionsProvider } from '@/components/auth/can'
import { AppFrame } from '@/components/shell/app-frame'
import { Providers } from '@/components/shell/providers'
import { StyleNonce } from '@/components/shell/style-nonce'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { ShortcutSettingProvider } from '@/components/shortcuts/shortcut-setting'
import { Shortcuts } from '@/components/shortcuts/shortcuts'
import { pageNonce } from '@/lib/api/require-page'
import { permissionsOf } from '@/lib/auth/permissions'
import { readEnv } from '@/lib/env'
import { messages, requestLanguage } from '@/lib/i18n/get-translations'
import { localeOf } from '@/lib/i18n/language'
import { leadCounts, pageReader, sendingState } from './page-reader'
import './globals.css'

export const metadata: Metadata = {
  title: { template: '%s · Lead API', default: 'Lead API' },
  robots: { index: false, follow: false },
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
}

/**
 * Where it has not come by the first paint a page keeps the system's font: lines that are broken anew under a reader are worse
 * than letters of another look, once.
 */
const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
})

/** Nothing of a page waits for it: what stands in it is small, and comes after what is read first. */
const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
})

/** The surface of each theme, for what a phone draws around an installed page. */
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const language = await requestLanguage()
  const reader = await pageReader()
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html lang={language} data-theme={theme} className={`${sans.variable} ${mono.variable}`}>
      <head>
        <StyleNonce nonce={await pageNonce()} />
      </head>
      <body>
        <Providers
          locale={localeOf[language]}
          messages={messages[language]}
          now={new Date()}
          personId={reader.identity?.kind === 'person' ? reader.identity.id : null}
        >
          <PermissionsProvider permissions={permissionsOf(reader.identity)}>
            <ShortcutSettingProvider initial={reader.shortcuts}>
              <AppFrame
                isSandbox={readEnv(process.env).mode === 'sandbox'}
                theme={theme}
                personName={reader.name}
                sending={await sendingState(reader.identity)}
                counts={await leadCounts(reader.identity)}
              >
                {children}
              </AppFrame>
              <Shortcuts />
            </ShortcutSettingProvider>
          </PermissionsProvider>
        </Providers>
      </body>
    </html>
  )
}
