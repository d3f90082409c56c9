'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { CodeBlock } from '@/components/ui/code-block'
import { Notice } from '@/components/ui/notice'
import { NotRead } from '@/components/ui/paged-list'
import { Panel } from '@/components/ui/panel'
import type { MadeApiKey } from '@/lib/api-keys/api-key'
import type { PackCase } from '@/lib/posting-packs/pack-cases'
import type { PackSource } from '@/lib/posting-packs/posting-pack-store'
import { GoLive } from './go-live'
import { MakeTestKey } from './make-test-key'
import { PackChecklist } from './pack-checklist'
import { PackKeys } from './pack-keys'
import { type InitialPack, usePostingPack } from './use-posting-pack'

type PackStatusProps = {
  source: PackSource
  cases: PackCase[]
  initial: InitialPack
  /** A test key that was made on this page. */
  told: MadeApiKey | null
  onTold: (made: MadeApiKey) => void
}

/** The keys of a pack, and how far who has one has come. For those who work here. */
export function PackStatus({ source, cases, initial, told, onTold }: PackStatusProps) {
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
          <PackChecklist key={current.id} keyName={current.name} cases={cases} progress={progress} />
          {isAdministrator && <GoLive source={source} testKey={current} keys={keys} progress={progress} />}
        </>
      )}
    </>
  )
}
