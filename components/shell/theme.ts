export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The cookie that remembers the theme a person chose. */
export const themeCookie = 'theme'

/** Reads a theme from untrusted text; the system's when it is not one of ours. */
export function parseTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system'
}
