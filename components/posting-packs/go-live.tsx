'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ToldSecret } from '@/components/api-keys/rotate-api-key'
import { FormError } from '@/components/form/form'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { PackKey, PackProgress } from '@/lib/posting-packs/posting-pack'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { useMakeKey } from './use-posting-pack'

type GoLiveProps = { source: PackSource; testKey: PackKey; keys: PackKey[]; progress: PackProgress }

/** The last step: the live key. Where a case has not passed it asks once, and says which. */
export function GoLive({ source, testKey, keys, progress }: GoLiveProps) {
  const t = useTranslations('postingPacks')
  const refusalWords = useChangeRefusalWords()
  const [isOpen, setOpen] = useState(false)
  const { data, mutate, isPending, error, reset } = useMakeKey(source.leadSource.id)
  const missing = progress.cases.filter(({ outcome }) => outcome !== 'passed')
  const isReady = missing.length === 0
  const customer = source.customer.name
  const live = keys.find(({ mode, name }) => mode === 'live' && name === testKey.name)
  const change = (open: boolean) => {
    if (!open) reset()
    setOpen(open)
  }
  return (
    <Panel title={t('goLive.title')}>
      <div className="grid gap-3 text-sm">
        <p className="text-soft">{t('goLive.detail')}</p>
        {live && (
          <p className="text-success">
            {t.rich('goLive.made', { time: () => <ExactTime at={live.createdAt} /> })}
          </p>
        )}
        <div>
          <Button variant={isReady && !live ? 'primary' : 'secondary'} onPress={() => change(true)}>
            {t('goLive.action')}
          </Button>
        </div>
      </div>
      <Dialog
        title={t('goLive.dialog', { name: testKey.name })}
        isOpen={isOpen}
        onOpenChange={change}
        isHeldOpen={data !== undefined}
      >
        {data ? (
          <div className="grid gap-3 text-sm">
            <p className="text-ink">{t('goLive.change')}</p>
            <ToldSecret secret={data.secret} onDone={() => change(false)} />
          </div>
        ) : (
          <div className="grid gap-3 text-sm text-soft">
            {isReady ? (
              <p>{t('goLive.ready', { customer })}</p>
            ) : (
              <>
                <p className="font-medium text-ink">{t('goLive.missing')}</p>
                <ul className="list-disc pl-5">
                  {missing.map(({ id }) => (
                    <li key={id}>{t(`cases.${id}.title`)}</li>
                  ))}
                </ul>
                <p>{t('goLive.missingMeaning', { customer })}</p>
              </>
            )}
            <FormError message={error ? refusalWords(error, t('notSaved')) : undefined} />
            <DialogActions>
              <Button onPress={() => change(false)}>{t('cancel')}</Button>
              <Button
                variant="primary"
                isPending={isPending}
                onPress={() => mutate({ mode: 'live', testKeyId: testKey.id })}
              >
                {t(isReady ? 'goLive.make' : 'goLive.makeAnyway')}
              </Button>
            </DialogActions>
          </div>
        )}
      </Dialog>
    </Panel>
  )
}
