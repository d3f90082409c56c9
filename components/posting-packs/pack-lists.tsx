'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { type Lead, occupantTypes, propertySubTypes } from '@/lib/leads/lead'
import { type PackCase, type PackField, passAndFail } from '@/lib/posting-packs/posting-pack'

/** The ten requests that a partner tries their system with. */
export function CaseList({ cases }: { cases: PackCase[] }) {
  const t = useTranslations('postingPacks.pack')
  const { pass, fail } = passAndFail(cases)
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
        <Case key={one.id} one={one} number={pass.length + index + 1} />
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
        text={printedBody(one.body)}
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

/** A part of the pack, with its heading. */
export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-3 print:block print:space-y-2">
      <h3 className="text-base font-semibold text-ink print:break-after-avoid">{title}</h3>
      {children}
    </section>
  )
}

/** Every field of a lead: what it is called, whether it has to be there, what it may hold. */
export function FieldList({ fields }: { fields: PackField[] }) {
  const t = useTranslations('postingPacks.pack')
  const tField = useTranslations('leads.field')
  return (
    <dl className="divide-y divide-line rounded-lg border border-line">
      {fields.map((field) => (
        <div
          key={field.path}
          className="grid gap-x-4 px-3 py-2 sm:grid-cols-[15rem_minmax(0,1fr)] print:grid-cols-[15rem_minmax(0,1fr)] print:break-inside-avoid print:py-1"
        >
          <dt className="min-w-0">
            <code translate="no" className="font-mono text-xs wrap-anywhere text-ink">
              {field.path}
            </code>
            {field.isRequired && <span className="ml-2 text-xs text-warning">{t('required')}</span>}
          </dt>
          <dd className="min-w-0">
            <span className="text-ink">{tField(field.name)}</span>
            <FieldForm field={field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldForm({ field: { name, form, least, most, choices } }: { field: PackField }) {
  const t = useTranslations('postingPacks.pack')
  const tForm = useTranslations('postingPacks.pack.form')
  const words = {
    text: () => (most === null ? tForm('freeText') : tForm('text', { most })),
    whole: () => tForm('whole', { least: least ?? 0, most: most ?? 0 }),
    number: () => (most === null ? tForm('anyNumber') : tForm('number', { most })),
    date: () => tForm('date'),
    choice: () => tForm('choice'),
  }
  const hint = hinted.find((one) => one === name)
  return (
    <>
      <span>{`, ${words[form]()}. `}</span>
      {hint && <span>{t(`hints.${hint}`)}</span>}
      {choices.length > 0 && (
        <ul className="mt-0.5 flex flex-wrap gap-x-4">
          {choices.map((choice) => (
            <li key={choice}>
              <code translate="no" className="font-mono text-xs text-ink">
                {choice}
              </code>{' '}
              <ChoiceName choice={choice} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What stands for a value on the screens. */
function ChoiceName({ choice }: { choice: string }) {
  const t = useTranslations('leads')
  const home = propertySubTypes.find((one) => one === choice)
  const occupant = occupantTypes.find((one) => one === choice)
  return (
    <span>
      {home && t(`propertySubType.${home}`)}
      {occupant && t(`occupantType.${occupant}`)}
    </span>
  )
}

/** Fields of which there is more to say than what they are called and what they may hold. */
const hinted = [
  ...(['vitecSourceId', 'reference', 'email', 'phone', 'zipCode', 'qualification', 'customField'] as const),
  ...(['valuation', 'livingArea', 'rooms', 'secondaryArea', 'lotSizeArea', 'yearBuilt'] as const),
  ...(['occupantType', 'associationFee', 'valuationDate'] as const),
] satisfies (keyof Lead)[]

/** Characters in a line of a body: as many as there is room for on paper. */
const lineLength = 72

/** A body as JSON that takes few lines, so that it is read at a glance and a pack has few pages. */
export function printedBody(body: object): string {
  const parts = Object.entries(body).map(([name, part]) => {
    const values = Object.entries(part).map(
      ([field, value]) => `${JSON.stringify(field)}: ${JSON.stringify(value)}`,
    )
    const inline = `  ${JSON.stringify(name)}: { ${values.join(', ')} }`
    if (inline.length <= lineLength) return inline
    return `  ${JSON.stringify(name)}: {\n${filledLines(values)}\n  }`
  })
  return `{\n${parts.join(',\n')}\n}`
}

/** As many values in a line as it has room for. */
function filledLines(values: string[]): string {
  const lines: string[] = []
  for (const value of values) {
    const longer = `${lines.at(-1)}, ${value}`
    if (lines.length > 0 && longer.length < lineLength) lines.splice(-1, 1, longer)
    else lines.push(`    ${value}`)
  }
  return lines.join(',\n')
}
