'use client'

import { useWatch } from 'react-hook-form'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { leadFieldOf } from './lead-form-values'
import type { PastedRow } from './pasted-fields'
import type { LeadFormState } from './use-lead-form'
import { type PasteOffer, usePasteOffer } from './use-paste-offer'

type PasteOfferBarProps = {
  form: LeadFormState
  /** Whether a lead is being checked. */
  isBusy: () => boolean
}

/** Offers to fill the form from what was pasted, and to take that back. It asks beside the form, and holds up nobody. */
export function PasteOfferBar({ form, isBusy }: PasteOfferBarProps) {
  const t = useTranslations('leads.form.pasted')
  const { offer, choose, fill, leave, asText, undo } = usePasteOffer(form, isBusy)
  const namesOf = useFieldNames()
  const isOffered = offer !== null && !offer.isFilled
  return (
    <div>
      <p role="status" className="sr-only">
        {isOffered && `${t('offer', { fields: namesOf(offer.rows) })} ${t('keys')}`}
        {offer?.isFilled && `${t('filled', { fields: namesOf(offer.chosen) })} ${t('undoKeys')}`}
      </p>
      {isOffered && (
        <section
          aria-label={t('title')}
          data-paste-offer
          className="mb-3 rounded-md border border-link/30 bg-accent-wash/60 px-3 py-2 text-sm text-ink"
        >
          <p className="font-medium">{t('offer', { fields: namesOf(offer.rows) })}</p>
          <Rows offer={offer} onChoose={choose} />
          <p className="mt-1 text-xs text-soft pointer-coarse:hidden">{t('keys')}</p>
          <div className="mt-1.5 flex flex-wrap gap-2">
            <Button size="sm" onPress={fill}>
              {t('fill')}
            </Button>
            <Button size="sm" variant="quiet" onPress={leave}>
              {t('leave')}
            </Button>
            {offer.into && (
              <Button size="sm" variant="quiet" onPress={asText}>
                {t('asText')}
              </Button>
            )}
          </div>
        </section>
      )}
      {offer?.isFilled && <Filled form={form} offer={offer} onUndo={undo} />}
    </div>
  )
}

/** What would go where; what is doubtful, or would replace something, only once it is chosen. */
function Rows({ offer, onChoose }: { offer: PasteOffer; onChoose: (row: PastedRow, is: boolean) => void }) {
  const t = useTranslations('leads.form.pasted')
  const tField = useTranslations('leads.field')
  return (
    <ul className="mt-1" translate="no">
      {offer.rows.map((row) => {
        const notes = [
          ...(row.isCertain ? [] : [t('doubtful')]),
          ...(row.before === '' ? [] : [t('kept', { text: row.before })]),
        ]
        return (
          <li key={row.field} className="wrap-anywhere">
            <Checkbox isSelected={offer.chosen.includes(row)} onChange={(is) => onChoose(row, is)}>
              {`${tField(leadFieldOf[row.field])}: ${row.text}${notes.map((note) => ` – ${note}`).join('')}`}
            </Checkbox>
          </li>
        )
      })}
    </ul>
  )
}

type FilledProps = { form: LeadFormState; offer: PasteOffer; onUndo: () => void }

/** Says what was filled in, for as long as any of it stands there. */
function Filled({ form: { control }, offer, onUndo }: FilledProps) {
  const t = useTranslations('leads.form.pasted')
  const namesOf = useFieldNames()
  const [fields, texts] = [offer.chosen.map(({ field }) => field), offer.chosen.map(({ text }) => text)]
  const values = useWatch({ control, name: fields })
  if (!values.some((value, index) => value === texts[index])) return null
  return (
    <p className="mb-2 flex flex-wrap items-center gap-2 text-sm text-soft">
      <span>{t('filled', { fields: namesOf(offer.chosen) })}</span>
      <Button size="sm" onPress={onUndo}>
        {t('undo')}
      </Button>
    </p>
  )
}

/** The names of fields in a sentence: `förnamn, efternamn och telefon`. */
function useFieldNames(): (rows: PastedRow[]) => string {
  const format = useFormatter()
  const tField = useTranslations('leads.field')
  return (rows) => format.list(rows.map(({ field }) => tField(leadFieldOf[field]).toLowerCase()))
}
