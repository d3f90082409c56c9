export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** Text and background of each tone; the pairs keep AA contrast in both themes. */
export const toneStyle: Record<Tone, string> = {
  neutral: 'bg-neutral-wash text-neutral',
  info: 'bg-accent-wash text-link',
  success: 'bg-success-wash text-success',
  warning: 'bg-warning-wash text-warning',
  danger: 'bg-danger-wash text-danger',
}
