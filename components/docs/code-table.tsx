type Words = { code: string; en: string; sv: string }

/** A closed list of codes, with what each means. */
export function CodeTable({ id, title, words }: { id: string; title: string; words: Words[] }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-2 text-sm">
      <h3 id={id} className="scroll-mt-16 text-base font-semibold text-ink">
        {title}
      </h3>
      <dl className="divide-y divide-line rounded-lg border border-line">
        {words.map(({ code, en, sv }) => (
          <div key={code} className="grid gap-x-4 gap-y-0.5 px-3 py-2 md:grid-cols-[16rem_minmax(0,1fr)]">
            <dt className="font-mono text-xs leading-5 wrap-anywhere text-ink">{code}</dt>
            <dd className="grid gap-0.5 text-soft">
              <span>{en.replaceAll('`', '')}</span>
              <span lang="sv" className="text-faint">
                {sv.replaceAll('`', '')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
