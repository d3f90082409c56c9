'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Panel } from '@/components/ui/panel'
import { useShortcutSetting } from './shortcut-setting'

/** Turns single keys on or off, for the person who is signed in. */
export function ShortcutSwitch() {
  const t = useTranslations('shortcuts')
  const { isOn, setOn } = useShortcutSetting()
  return (
    <Checkbox isSelected={isOn} onChange={setOn}>
      {t('setting')}
    </Checkbox>
  )
}

/** The same as a part of the settings. */
export function ShortcutPanel() {
  const t = useTranslations('shortcuts')
  return (
    <Panel title={t('title')}>
      <p className="mb-2 text-sm text-soft">{t('meaning')}</p>
      <ShortcutSwitch />
    </Panel>
  )
}
