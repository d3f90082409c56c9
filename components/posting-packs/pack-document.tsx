'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import type { PackCase, PackField } from '@/lib/posting-packs/posting-pack'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { CaseList, FieldList, Part, printedBody } from './pack-lists'

export type PackDocumentProps = {
  source: PackSource
  /** Where this service is reached, without a slash at its end. */
  baseUrl: string
  fields: PackField[]
  cases: PackCase[]
  /** Of a test key that was made just now; `null`: the partner fills it in. */
  secret: string | null
}

/** What a partner is given to send leads of a lead source: on the page, and on paper. */
export function PackDocument({ source, baseUrl, fields, cases, secret }: PackDocumentProps) {
  const t = useTranslations('postingPacks.pack')
  const { customer, leadSource } = source
  const [minimal, full] = cases
  const placeholder = t('placeholder')
  return (
    <div className="grid gap-8 text-sm text-soft print:block print:space-y-6">
      <header className="grid gap-3">
        <h2 className="text-xl font-semibold tracking-tight wrap-anywhere text-ink">
          {t('heading', { customer: customer.name })}
        </h2>
        <p className="max-w-180">{t('intro', { customer: customer.name, source: leadSource.name })}</p>
        <Facts>
          <Fact name={t('address')}>
            <Data className="font-mono text-xs wrap-anywhere">{`POST ${baseUrl}/api/lead`}</Data>
          </Fact>
          <Fact name={t('key')}>
            <span className="text-xs">{t('keyHeader')}</span>
          </Fact>
          <Fact name={t('customerId')}>
            <Data className="font-mono text-xs wrap-anywhere">{customer.vitecId}</Data>
          </Fact>
          <Fact name={t('leadId')}>
            <Data className="font-mono text-xs wrap-anywhere">{leadSource.vitecId}</Data>
          </Fact>
          <Fact name={t('format')}>
            <span className="text-xs">{t('formatValue')}</span>
          </Fact>
        </Facts>
      </header>
      {minimal && full && (
        <Part title={t('begin')}>
          <p>{t('beginDetail')}</p>
          {secret === null && <p>{t('placeholderDetail', { placeholder })}</p>}
          <CodeBlock
            label={t('curl')}
            copyLabel={t('copyCurl')}
            text={curlCommand({
              ...{ baseUrl, secret: secret ?? placeholder, idempotencyKey: 'pass-1' },
              body: minimal.body,
            })}
          />
          <p className="print:break-after-avoid">{t('full')}</p>
          <CodeBlock label={t('full')} copyLabel={t('copyFull')} text={printedBody(full.body)} />
        </Part>
      )}
      <Part title={t('fields')}>
        <p>{t('fieldsDetail')}</p>
        <FieldList fields={fields} />
      </Part>
      <Part title={t('once')}>
        <p className="max-w-180">{t('onceDetail')}</p>
      </Part>
      <Part title={t('answers')}>
        <Answers />
      </Part>
      <CaseList cases={cases} />
      <Part title={t('after')}>
        <p className="max-w-180">{t('afterDetail')}</p>
        <p>
          <span>{t('docs')}</span>
          <a href={`${baseUrl}/docs`} className="wrap-anywhere text-link underline underline-offset-2">
            {`${baseUrl}/docs`}
          </a>
        </p>
      </Part>
    </div>
  )
}

const answers = [
  ['200', 'ok'],
  ['202', 'queued'],
  ['422 REJECTED', 'rejected'],
  ['422 ERROR', 'fields'],
  ['400, 413, 415', 'body'],
  ['401', 'key'],
  ['403', 'customer'],
  ['409, 429, 503', 'later'],
] as const

function Answers() {
  const t = useTranslations('postingPacks.pack.answer')
  return (
    <dl className="grid gap-y-1.5">
      {answers.map(([status, meaning]) => (
        <div
          key={meaning}
          className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)] print:grid-cols-[8rem_minmax(0,1fr)] print:break-inside-avoid"
        >
          <dt className="font-mono text-xs leading-5 text-ink">{status}</dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Request = {
  /** Where the service is reached, without a slash at its end. */
  baseUrl: string
  secret: string
  idempotencyKey: string
  body: object
}

/** A request as it runs in a shell of Unix as it stands. */
export function curlCommand({ baseUrl, secret, idempotencyKey, body }: Request): string {
  return [
    `curl --include ${quoted(`${baseUrl}/api/lead`)}`,
    ...[
      `Authorization: Bearer ${secret}`,
      'Content-Type: application/json',
      `Idempotency-Key: ${idempotencyKey}`,
    ].map((header) => `  --header ${quoted(header)}`),
    `  --data ${quoted(printedBody(body))}`,
  ].join(' \\\n')
}

/** As one word for the shell, whatever is in it: ids are what somebody typed. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
