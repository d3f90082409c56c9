'use client'

import { useTranslations } from 'use-intl'
import { type Lead, occupantTypes, propertySubTypes } from '@/lib/leads/lead'
import type { PackField } from '@/lib/posting-packs/pack-fields'

/** Every field of a lead: what it is called, whether it has to be there, what it may hold. */
export function PackFields({ fields }: { fields: PackField[] }) {
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
