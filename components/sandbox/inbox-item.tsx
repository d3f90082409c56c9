'use client'

import { useTranslations } from 'use-intl'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import { shownPhone } from '@/lib/leads/shown-phone'

/** A lead as an agent would find it. `receivedAt` is ISO 8601; what was not sent is `null`. */
export type InboxEntry = {
  id: string
  vitecCustomerId: string
  vitecSourceId: string
  receivedAt: string
  name: string
  phone: string | null
  email: string | null
  address: string | null
  message: string
}

/** One lead in the sandbox's inbox, told as an agent reads it: who, how to reach them, what it says. */
export function InboxItem({ entry }: { entry: InboxEntry }) {
  const t = useTranslations('sandbox')
  const contact = [entry.phone && shownPhone(entry.phone), entry.email, entry.address].filter(
    (part) => part !== null,
  )
  return (
    <article aria-label={entry.name} className="border-t border-line px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 translate="no" className="min-w-0 font-medium wrap-anywhere text-ink">
          {entry.name}
        </h2>
        <p className="text-xs text-faint">
          <RelativeTime at={entry.receivedAt} /> · <ExactTime at={entry.receivedAt} />
        </p>
      </div>
      <p translate="no" className="text-sm wrap-anywhere text-soft">
        {contact.join(' · ')}
      </p>
      <p
        lang="sv"
        translate="no"
        className="my-2 max-w-180 border-l-2 border-line pl-3 text-base leading-6 wrap-anywhere text-ink"
      >
        {entry.message}
      </p>
      <dl className="flex flex-wrap gap-x-4 text-xs text-faint">
        {[
          { name: t('customer'), value: entry.vitecCustomerId },
          { name: t('leadSource'), value: entry.vitecSourceId },
          { name: t('id'), value: entry.id },
        ].map(({ name, value }) => (
          <div key={name} className="flex gap-1.5">
            <dt>{name}</dt>
            <dd translate="no" className="min-w-0 font-mono wrap-anywhere text-soft">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
