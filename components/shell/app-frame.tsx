import type { InitialCounts } from '@/components/leads/use-lead-counts'
import { HoldBanner } from '@/components/sending/hold-banner'
import { Link } from '@/components/ui/link'
import { getTranslations } from '@/lib/i18n/get-translations'
import type { SendingState } from '@/lib/sending/sending-hold'
import { MobileNav } from './mobile-nav'
import { NavList } from './nav-list'
import { SignedInPerson } from './signed-in-person'
import { LanguageSwitch, ThemeSwitch } from './switches'
import type { Theme } from './theme'

type AppFrameProps = {
  isSandbox: boolean
  theme: Theme
  /** Who is signed in; `null` where no person is, or has to be. */
  personName: string | null
  /** Whether sending is held, and when that was read; `null` for who does not see leads. */
  sending: { state: SendingState; readAt: number } | null
  /** How many leads there are; `null` for who does not see them. */
  counts: InitialCounts | null
  children: React.ReactNode
}

/** What stands around every page: the ribbon, the navigation, the switches. */
export async function AppFrame({ isSandbox, theme, personName, sending, counts, children }: AppFrameProps) {
  const t = await getTranslations()
  const switches = (
    <div className="grid grid-cols-1 gap-3">
      {personName !== null && <SignedInPerson name={personName} />}
      <div className="flex items-center justify-between gap-2">
        <LanguageSwitch />
        <ThemeSwitch initial={theme} />
      </div>
    </div>
  )
  return (
    <div className={`flex min-h-dvh flex-col ${isSandbox ? '[--ribbon:1.75rem]' : '[--ribbon:0px]'}`}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-1.5 text-sm font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('shell.skip')}
      </a>
      {isSandbox && <SandboxRibbon />}
      <div className="flex grow flex-col md:flex-row">
        <header
          data-shell
          className="sticky top-0 z-30 flex h-12 low:static items-center justify-between border-b border-line bg-surface px-3 md:hidden"
        >
          <Brand />
          <MobileNav isSandbox={isSandbox} counts={counts}>
            {switches}
          </MobileNav>
        </header>
        <header data-shell className="hidden w-52 shrink-0 border-r border-line bg-surface md:block">
          <div className="sticky top-(--ribbon) flex h-[calc(100dvh-var(--ribbon))] flex-col gap-4 overflow-y-auto p-3">
            <Brand />
            <div className="grow">
              <NavList isSandbox={isSandbox} counts={counts} />
            </div>
            {switches}
          </div>
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 grow px-4 py-5 outline-none sm:px-6">
          {sending && (
            <div data-shell className="contents">
              <HoldBanner initial={sending.state} readAt={sending.readAt} />
            </div>
          )}
          {children}
        </main>
      </div>
    </div>
  )
}

/** Says on every page that no agent gets these leads. */
async function SandboxRibbon() {
  const t = await getTranslations()
  return (
    <aside
      data-shell
      aria-label={t('shell.sandbox')}
      className="flex min-h-7 items-center gap-2 border-b border-warning/30 bg-warning-wash px-4 py-1 text-xs text-warning md:sticky md:top-0 md:z-30 md:h-7 md:justify-center"
    >
      <strong className="font-semibold tracking-wider uppercase">{t('shell.sandbox')}</strong>
      <span>{t('shell.sandboxMeaning')}</span>
    </aside>
  )
}

/** The product's mark and name; leads to the log. */
function Brand() {
  return (
    <Link href="/leads" className="flex h-8 items-center gap-2 rounded-md px-2 font-semibold text-ink">
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-5">
        <rect width="16" height="16" rx="4" className="fill-accent" />
        <path
          d="M4 8.2 8 4.8l4 3.4M5.4 7.4v3.8h5.2V7.4"
          fill="none"
          stroke="#fff"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Lead API
    </Link>
  )
}
