import { getWords } from '@/lib/i18n/get-words'

/** Says on every page that no agent gets these leads. */
export async function SandboxRibbon() {
  const words = await getWords()
  return (
    <aside
      aria-label={words('shell.sandbox')}
      className="flex min-h-7 items-center gap-2 border-b border-warning/30 bg-warning-wash px-4 py-1 text-xs text-warning md:sticky md:top-0 md:z-30 md:h-7 md:justify-center"
    >
      <strong className="font-semibold tracking-wider uppercase">{words('shell.sandbox')}</strong>
      <span>{words('shell.sandboxMeaning')}</span>
    </aside>
  )
}
