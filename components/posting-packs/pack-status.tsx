'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ToldSecret } from '@/components/api-keys/rotate-api-key'
import { useCan } from '@/components/auth/can'
import { FormError } from '@/components/form/form'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { NotRead } from '@/components/ui/paged-list'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { MadeApiKey } from '@/lib/api-keys/api-key'
import type { PackKey, PackProgress } from '@/lib/posting-packs/posting-pack'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { PackChecklist } from './pack-checklist'
import { MakeTestKey, PackKeys } from './pack-keys'
import { type InitialPack, useMakeKey, usePostingPack } from './use-posting-pack'

type PackStatusProps = {
  source: PackSource
  initial: InitialPack
  /** A test key that was made on this page. */
  told: MadeApiKey | null
  onTold: (made: MadeApiKey) => void
}

/** The keys of a pack, and how far who has one has come. For those who work here. */
export function PackStatus({ source, initial, told, onTold }: PackStatusProps) {
  const t = useTranslations('postingPacks')
  const isAdministrator = useCan('administer')
  const [chosen, setChosen] = useState(initial.state.keyId)
  const { data, isError, refetch } = usePostingPack(source.leadSource.id, chosen, initial)
  const { keys = [], keyId = null, progress = null } = data ?? {}
  const choose = (id: string) => {
    setChosen(id)
    const address = new URL(window.location.href)
    address.searchParams.set('key', id)
    window.history.replaceState(null, '', address)
  }
  const current = keys.find(({ id }) => id === keyId)
  const tests = keys.filter(({ mode }) => mode === 'test')
  return (
    <>
      {isError && <NotRead title={t('notRead')} onRetry={refetch} />}
      {told && (
        <div role="status">
          <Notice tone="warning" icon="key" title={t('told.title')}>
            <p>{t('told.detail')}</p>
            <div className="mt-2">
              <CodeBlock label={t('told.secret')} copyLabel={t('told.copy')} text={told.secret} />
            </div>
          </Notice>
        </div>
      )}
      <Panel title={t('keys.title')} isFlush>
        {tests.length === 0 && (
          <p className="px-4 py-3 text-sm text-soft">{t(isAdministrator ? 'keys.none' : 'keys.noneYet')}</p>
        )}
        <PackKeys keys={keys} currentId={keyId} onChoose={choose} />
        {isAdministrator && (
          <div className="border-t border-line px-2 py-1.5 first:border-t-0">
            <MakeTestKey
              source={source}
              onMade={(made) => {
                onTold(made)
                choose(made.apiKey.id)
              }}
            />
          </div>
        )}
      </Panel>
      {current && progress && (
        <>
          <PackChecklist key={current.id} keyName={current.name} progress={progress} />
          {isAdministrator && <GoLive source={source} testKey={current} keys={keys} progress={progress} />}
        </>
      )}
    </>
  )
}

type GoLiveProps = { source: PackSource; testKey: PackKey; keys: PackKey[]; progress: PackProgress }

/** The last step: the live key. Where a case has not passed it asks once, and says which. */
function GoLive({ source, testKey, keys, progress }: GoLiveProps) {
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
