import type { ApiChanges, ApiLeaving } from '@/lib/docs/reference'
import { MarkedText } from './marked-text'

/** What is on its way out, with its days and what to take instead. */
export function LeavingList({ list }: { list: ApiLeaving[] }) {
  if (list.length === 0) return <MarkedText text="Nothing is on its way out." />
  return (
    <dl className="divide-y divide-line rounded-lg border border-line">
      {list.map(({ what, since, until, instead, link }) => (
        <div key={what} className="grid gap-x-4 gap-y-0.5 px-3 py-2 md:grid-cols-[16rem_minmax(0,1fr)]">
          <dt className="min-w-0 font-mono text-xs leading-5 wrap-anywhere text-ink">{what}</dt>
          <dd className="grid min-w-0 gap-0.5">
            <span className="text-xs text-faint">
              on its way out since <Day date={since} />, gone from <Day date={until} /> on
            </span>
            <MarkedText text={`Instead: ${instead}.`} />
            <a href={link} className="justify-self-start text-link underline underline-offset-2">
              More of it
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What changed in the API, newest first. */
export function ChangeList({ changes }: { changes: ApiChanges[] }) {
  return changes.map(({ version, date, entries }) => (
    <section key={version} aria-label={version} className="grid gap-2">
      <h3 className="font-medium text-ink">
        {version}
        {date && (
          <span className="ml-2 font-normal text-faint">
            <Day date={date} />
          </span>
        )}
      </h3>
      <ul className="grid list-disc gap-1.5 pl-5 text-soft">
        {entries.map((entry) => (
          <li key={entry}>
            <MarkedText text={entry} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

const Day = ({ date }: { date: string }) => <time dateTime={date}>{date}</time>
