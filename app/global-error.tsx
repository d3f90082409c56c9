'use client'

import './globals.css'

/** Stands in for the whole page when its frame fails: no words or theme to count on, so it speaks both. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="sv">
      <body>
        <title>Fel · Error · Lead API</title>
        <main role="alert" className="mx-auto flex min-h-dvh max-w-110 flex-col justify-center gap-4 px-4">
          <div>
            <h1 className="text-lg font-semibold">Något gick fel</h1>
            <p className="text-soft">Sidan kunde inte visas. Inget du har skickat har gått förlorat.</p>
          </div>
          <div lang="en">
            <p className="text-lg font-semibold">Something went wrong</p>
            <p className="text-soft">The page could not be shown. Nothing you have sent is lost.</p>
          </div>
          <button
            type="button"
            onClick={retry}
            className="h-8 self-start rounded-md border border-control bg-surface px-3 text-sm font-medium hover:bg-hover"
          >
            Försök igen · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  )
}
