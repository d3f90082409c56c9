import { ShortcutPanel } from '@/components/shortcuts/shortcut-list'
import { EmptyState } from '@/components/ui/empty-state'
import { getTranslations } from '@/lib/i18n/get-translations'

/** Stands where accounts would: in the open sandbox there are none. */
export async function NoAccounts() {
  const t = await getTranslations()
  return (
    <div className="grid max-w-160 gap-4">
      <EmptyState icon="question" isPage title={t('account.none.title')} detail={t('account.none.detail')} />
      <ShortcutPanel />
    </div>
  )
}
