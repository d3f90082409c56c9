import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import type { Language } from './language'

/** All words of the screens, by language. Swedish decides which there are. */
export const messages: Record<Language, typeof sv> = { sv, en }
