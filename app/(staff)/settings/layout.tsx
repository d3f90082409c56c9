import { SettingsNav } from '@/components/shell/settings-nav'

export default function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  return (
    <div className="max-w-240">
      <SettingsNav />
      {children}
    </div>
  )
}
