import { SettingsNav } from '@/components/settings/settings-nav'

export default function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  return (
    <div className="max-w-240">
      <SettingsNav />
      {children}
    </div>
  )
}
