'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { useShortcutSetting } from './shortcut-setting'

/** Every key and what it does, by where it does it. */
const keys = {
  anywhere: ['Ctrl K', '/', 'f', 'n', 'g a', 'g l', 'g n', 'g k', '?'],
  list: ['j', 'k', 'Enter', 'Escape'],
  record: ['e', 's', 'v', 'l'],
} as const

/** The dialog that lists the keys. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shortcuts')
  return (
    <Dialog title={t('title')} isOpen onOpenChange={onClose}>
      {(['anywhere', 'list', 'record'] as const).map((place) => (
        <section key={place} className="mb-4">
          <h3 className="mb-1 text-xs font-medium text-faint">{t(`places.${place}`)}</h3>
          <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-y-1 text-sm">
            {keys[place].map((key) => (
              <div key={key} className="contents">
                <dt className="flex gap-1">
                  {key.split(' ').map((part) => (
                    <kbd
                      key={part}
                      translate="no"
                      className="min-w-5 rounded-sm border border-line bg-canvas px-1 text-center font-mono text-xs leading-5 text-ink"
                    >
                      {part === 'Escape' ? 'Esc' : part}
                    </kbd>
                  ))}
                </dt>
                <dd className="text-soft">{t(`keys.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="mb-3 text-sm text-faint">{t('held')}</p>
      <ShortcutSwitch />
    </Dialog>
  )
}

/** Turns single keys on or off, for the person who is signed in. */
function ShortcutSwitch() {
  const t = useTranslations('shortcuts')
  const { isOn, setOn } = useShortcutSetting()
  return (
    <Checkbox isSelected={isOn} onChange={setOn}>
      {t('setting')}
    </Checkbox>
  )
}

/** What turns them on or off as a part of the settings. */
export function ShortcutPanel() {
  const t = useTranslations('shortcuts')
  return (
    <Panel title={t('title')}>
      <p className="mb-2 text-sm text-soft">{t('meaning')}</p>
      <ShortcutSwitch />
    </Panel>
  )
}
