'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form } from '@/components/form/form'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { ComboBox } from '@/components/ui/combo-box'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { leadChannelSchema, leadStatuses } from '@/lib/leads/lead'
import {
  askedTests,
  daysBetween,
  type FilterChoices,
  leadFilterSchema,
  noFilter,
  periods,
  type ShownFilter,
} from '@/lib/leads/log-filter'
import type { FilterNames } from './use-filter-names'

type FilterDialogProps = {
  filter: ShownFilter
  names: FilterNames
  onSet: (filter: ShownFilter) => void
  onClose: () => void
}

const any = 'any'
const between = 'between'
const noChoices: FilterChoices = { customers: [], senders: [] }

/** All that the log can be narrowed by, in one place: on a narrow page the only one. */
export function FilterDialog({ filter, names: { choices, isError }, onSet, onClose }: FilterDialogProps) {
  const t = useTranslations('leads.filter')
  const tStatus = useTranslations('leads.status')
  const tChannel = useTranslations('leads.channel')
  const tActor = useTranslations('audit.actor')
  const tError = useTranslations('fieldError')
  const [chosen, setChosen] = useState(filter)
  const [days, setDays] = useState(() => daysBetween(filter.received ?? ''))
  const [isWrong, setWrong] = useState(false)
  const change = (part: Partial<ShownFilter>) => setChosen((before) => ({ ...before, ...part }))
  const { customers, senders } = choices ?? noChoices
  const sources = customers.find(({ id }) => id === chosen.customer)?.sources ?? []
  const channels = leadChannelSchema.options.map((id) => ({ id, name: tChannel(id) }))

  const apply = () => {
    const received = days ? `${days.first.trim()}..${days.last.trim()}` : chosen.received
    const isRight = leadFilterSchema.shape.received.safeParse(received).success
    setWrong(!isRight)
    if (!isRight) return
    onSet({ ...chosen, received })
    onClose()
  }
  return (
    <Dialog title={t('title')} isOpen onOpenChange={onClose}>
      <Form
        className="grid gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        {isError && <Notice tone="danger" title={t('noChoices')} />}
        <ComboBox
          key={`customers ${customers.length}`}
          label={t('name.customer')}
          options={[{ id: any, name: t('any') }, ...withNotes(customers)]}
          value={chosen.customer ?? any}
          onChange={(id) => change({ customer: unlessAny(id), source: null })}
        />
        <Select
          label={t('name.source')}
          options={[{ id: any, name: t('any') }, ...withNotes(sources)]}
          isDisabled={sources.length === 0}
          value={chosen.source ?? any}
          onChange={(id) => change({ source: unlessAny(id) })}
        />
        <div className="grid gap-x-3 sm:grid-cols-2">
          <Select
            label={t('name.channel')}
            options={[{ id: any, name: t('any') }, ...channels]}
            value={chosen.channel ?? any}
            onChange={(id) => change({ channel: leadChannelSchema.safeParse(id).data ?? null })}
          />
          <Select
            label={t('name.sender')}
            options={[{ id: any, name: t('any') }, ...senders, { id: 'open', name: tActor('open') }]}
            value={chosen.sender ?? any}
            onChange={(id) => change({ sender: unlessAny(id) })}
          />
        </div>
        <Select
          label={t('name.received')}
          options={[
            { id: any, name: t('anyTime') },
            ...periods.map((id) => ({ id, name: t(`period.${id}`) })),
            { id: between, name: t('between') },
          ]}
          value={days ? between : (chosen.received ?? any)}
          onChange={(id) => {
            setDays(id === between ? { first: '', last: '' } : null)
            change({ received: id === between ? null : unlessAny(id) })
          }}
        />
        {days && (
          <div className="grid gap-x-3 sm:grid-cols-2">
            {(['first', 'last'] as const).map((name) => (
              <TextField
                key={name}
                label={t(name)}
                placeholder={t('dayPattern')}
                value={days[name]}
                onChange={(day) => setDays({ ...days, [name]: day })}
                error={isWrong ? tError('invalid_date') : undefined}
              />
            ))}
          </div>
        )}
        <Select
          label={t('name.tests')}
          options={[
            { id: any, name: t('tests.none') },
            ...askedTests.map((id) => ({ id, name: t(`tests.${id}`) })),
          ]}
          value={chosen.tests ?? any}
          onChange={(id) => change({ tests: askedTests.find((one) => one === id) ?? null })}
        />
        <CheckboxGroup
          label={t('name.status')}
          options={leadStatuses.map((id) => ({ id, name: tStatus(id) }))}
          value={chosen.status}
          onChange={(status) => change({ status: leadFilterSchema.shape.status.parse(status) })}
        />
        <DialogActions>
          <Button
            onPress={() => {
              setDays(null)
              setChosen(noFilter)
            }}
          >
            {t('clear')}
          </Button>
          <Button type="submit" variant="primary">
            {t('apply')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

const unlessAny = (id: string) => (id === any ? null : id)

const withNotes = (some: FilterChoices['customers'][number]['sources']) =>
  some.map(({ id, name, vitecId }) => ({ id, name, ...(name !== vitecId && { note: vitecId }) }))
