import type sv from '@/messages/sv.json'
import type { formats } from './formats'
import type { Locale } from './language'

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof sv
    Locale: Locale
    Formats: typeof formats
  }
}
