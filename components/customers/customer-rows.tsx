'use client'

import { useTranslations } from 'use-intl'
import { useErrorKindWords } from '@/components/deliveries/vitec-words'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { RowLink } from '@/components/ui/table'
import { RelativeTime } from '@/components/ui/times'
import { type CustomerPause, type CustomerRow, mostCounted } from '@/lib/customers/customer'

type CustomerRowsProps = { customers: CustomerRow[]; defaultCustomerId: string | null }

/** A row for each customer, which leads to its page: of two lines, or of three at most where there is little room. */
export function CustomerRows({ customers, defaultCustomerId }: CustomerRowsProps) {
  const t = useTranslations('customers')
  return (
    <ul aria-label={t('title')} className="@container rounded-lg border border-line bg-surface">
      {customers.map((customer) => (
        <Row key={customer.id} customer={customer} isDefault={customer.vitecId === defaultCustomerId} />
      ))}
    </ul>
  )
}

function Row({ customer, isDefault }: { customer: CustomerRow; isDefault: boolean }) {
  const t = useTranslations('customers')
  const { id, vitecId, name, active, paused, accountSetAt, leadSources } = customer
  return (
    <li className="relative gap-x-4 border-t border-line px-4 py-2 text-sm first:border-t-0 hover:bg-hover has-[.row-link:focus-visible]:bg-hover has-[.row-link:focus-visible]:outline-2 has-[.row-link:focus-visible]:-outline-offset-2 has-[.row-link:focus-visible]:outline-link @xl:grid @xl:min-h-10 @xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_8rem] @xl:items-center">
      <div className="flex min-w-0 items-baseline gap-x-2">
        <RowLink
          href={`/customers/${id}`}
          className="line-clamp-2 min-w-0 py-0.5 wrap-anywhere @xl:line-clamp-1"
        >
          <Data>{name}</Data>
        </RowLink>
        {name !== vitecId && (
          <Data className="max-w-[40%] min-w-0 shrink-0 truncate font-mono text-xs text-faint">
            {vitecId}
          </Data>
        )}
        <span className="flex shrink-0 gap-1">
          {isDefault && <Badge tone="info">{t('default')}</Badge>}
          {!active && <Badge tone="neutral">{t('off')}</Badge>}
        </span>
      </div>
      {paused && <Pause paused={paused} />}
      <p
        className={`truncate text-xs text-faint @xl:col-start-3 @xl:block @xl:text-right ${paused ? 'hidden' : ''}`}
      >
        <span>{t('list.leadSources', { count: leadSources })}</span>
        {accountSetAt && (
          <>
            <span aria-hidden="true" className="@xl:hidden">
              {' · '}
            </span>
            <span className="@xl:block">{t('account.own')}</span>
          </>
        )}
      </p>
    </li>
  )
}

/** Since when, how many leads wait, and why. */
function Pause({ paused }: { paused: CustomerPause }) {
  const t = useTranslations('customers')
  const errorKindWords = useErrorKindWords()
  const { since, waiting, reason } = paused
  return (
    <div className="min-w-0 text-xs">
      <p className="flex items-center gap-1.5 text-warning">
        <Icon name="clock" className="size-3.5" />
        <span className="min-w-0 @xl:truncate">
          <span className="font-medium">
            {t.rich('pause.since', { time: () => <RelativeTime at={since} /> })}
          </span>{' '}
          <span>{t(waiting < mostCounted ? 'list.waiting' : 'list.waitingMany', { count: waiting })}</span>
        </span>
      </p>
      {reason && <p className="text-soft @xl:truncate">{errorKindWords(reason)}</p>}
    </div>
  )
}
