const shapes = {
  leads: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  plus: 'M8 3v10M3 8h10',
  customers: 'M3 13.5v-11h6v11M9 6.5h4v7M1.5 13.5h13M5.5 5.5h1M5.5 8h1M5.5 10.5h1',
  inbox: 'M2 9.5 4 3h8l2 6.5v3.5H2zM2 9.5h3.5l1 1.75h3l1-1.75H14',
  settings:
    'M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.75 6.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM6.25 13.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5z',
  key: 'M5.5 13.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7.6 8.4l5.9-5.9M11 5l2 2',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5 14 14',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1-1a3 3 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3 3 0 0 1 3.5 8l1-1',
  chevron: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  menu: 'M2 4.5h12M2 8h12M2 11.5h12',
  alert: 'M8 2 1.5 13.5h13zM8 6.5v3M8 11.5v.01',
  question: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.8-1.1 1.6M8 12.5v.01',
  stopped: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM3.75 12.25l8.5-8.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.75V8l2.25 1.5',
  system: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  light:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9L13.5 5.7M13.5 2.5v3.2h-3.2',
} as const

export type IconName = keyof typeof shapes

type IconProps = { name: IconName; className?: string }

/** A 16 px line icon in the colour of the text. Decoration only: what it means is said in words beside it. */
export function Icon({ name, className = '' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-4 shrink-0 ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  )
}
