'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import type { PackCase } from '@/lib/posting-packs/pack-cases'
import { passCaseIds } from '@/lib/posting-packs/posting-pack'
import { Part } from './pack-document'

/** The ten requests that a partner tries their system with. */
export function PackCases({ cases }: { cases: PackCase[] }) {
  const t = useTranslations('postingPacks.pack')
  const [pass, fail] = [cases.slice(0, passCaseIds.length), cases.slice(passCaseIds.length)]
  return (
    <Part title={t('cases')}>
      <p className="max-w-180">
        <span>{t('casesDetail')}</span> <strong className="font-semibold text-ink">{t('onlyTest')}</strong>
      </p>
      <h4 className="font-semibold text-ink print:break-after-avoid">{t('pass')}</h4>
      {pass.map((one, index) => (
        <Case key={one.id} one={one} number={index + 1} />
      ))}
      <h4 className="font-semibold text-ink print:break-after-avoid">{t('fail')}</h4>
      <p className="max-w-180">{t('failDetail')}</p>
      {fail.map((one, index) => (
        <Case key={one.id} one={one} number={passCaseIds.length + index + 1} />
      ))}
    </Part>
  )
}

function Case({ one, number }: { one: PackCase; number: number }) {
  const t = useTranslations('postingPacks.pack')
  const tCase = useTranslations(`postingPacks.cases.${one.id}`)
  const title = tCase('title')
  return (
    <section
      aria-label={title}
      className="grid min-w-0 gap-1.5 rounded-lg border border-line p-3 print:break-inside-avoid"
    >
      <h5 className="font-medium text-ink">
        {number}. {title}
      </h5>
      <p>{tCase('why')}</p>
      <p>
        <span className="text-faint">{t('expect')}:</span> <Expectation one={one} />
      </p>
      <CodeBlock
        label={t('body', { title })}
        copyLabel={t('copyBody', { title })}
        text={JSON.stringify(one.body, null, 2)}
      />
    </section>
  )
}

/** What comes of a request, and what tells that it was this one. */
function Expectation({ one: { email, expected } }: { one: PackCase }) {
  const t = useTranslations('postingPacks.pack')
  const known = email !== null && expected.kind !== 'refused' ? t('knownBy', { email }) : t('knownByAnswer')
  return (
    <>
      <span className="text-ink">{words()}</span> <span>{known}</span>
    </>
  )

  function words(): string {
    switch (expected.kind) {
      case 'taken':
        return t(expected.again ? 'takenTwice' : 'taken')
      case 'rejected':
        return t('rejected')
      case 'refused': {
        const { httpStatus, code, fields } = expected
        const told = { httpStatus: String(httpStatus), code }
        return fields.length === 0
          ? t('refused', told)
          : t('refusedFields', { ...told, fields: fields.join(', ') })
      }
    }
  }
}
