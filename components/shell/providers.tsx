'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { IntlProvider, type Messages } from 'use-intl'
import { hasUnsentWork } from '@/components/form/unsent-work'
import { SignInAgain } from '@/components/sign-in/sign-in-again'
import { ToastArea } from '@/components/ui/toast'
import { ApiError } from '@/lib/api-client/call-api'
import { signInAddress } from '@/lib/auth/return-to'
import { formats, timeZone } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/language'

type ProvidersProps = {
  locale: Locale
  messages: Messages
  /** The time the page was made, so that server and browser word times alike. */
  now: Date
  /** Who the page was made for; `null` where that is no person in particular. */
  personId: string | null
  children: React.ReactNode
}

/** What every client component may count on: words, queries, toasts. */
export function Providers({ locale, messages, now, personId, children }: ProvidersProps) {
  const [queryClient] = useState(newQueryClient)
  return (
    <IntlProvider locale={locale} messages={messages} formats={formats} timeZone={timeZone} now={now}>
      <QueryClientProvider client={queryClient}>
        {children}
        <SignInAgain personId={personId} />
      </QueryClientProvider>
      <ToastArea />
    </IntlProvider>
  )
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveOnceEnded }),
    defaultOptions: { queries: { staleTime: 10_000, retry: 1 } },
  })
}

/**
 * A page that reads on after the session ended would show what is no longer so. One with unsent work stays: its writer
 * is asked to sign in over it when it is sent.
 */
function leaveOnceEnded(error: unknown): void {
  const isOver = error instanceof ApiError && error.refusal.code === 'unauthenticated'
  if (!isOver || hasUnsentWork()) return
  const { pathname, search } = window.location
  window.location.assign(signInAddress(pathname + search))
}
