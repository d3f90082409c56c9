/** The look that all fields share. */
export const fieldStyle = {
  /** A button in the same row: as low as the field's frame, whatever is under that. */
  beside: 'sm:mt-6',
  root: 'flex min-w-0 flex-col gap-1',
  /** The frame of a one-line control: it carries the border, so that a prefix or suffix is inside it. */
  frame:
    'flex h-8 w-full min-w-0 items-center rounded-md border border-control bg-surface text-base text-ink outline-offset-[-1px] transition-colors pointer-coarse:h-10 pointer-coarse:text-lg has-[[data-focused]]:outline-2 has-[[data-focused]]:outline-link data-[focused]:outline-2 data-[focused]:outline-link data-[focus-within]:outline-2 data-[focus-within]:outline-link has-[[data-invalid]]:border-danger data-[invalid]:border-danger has-[:disabled]:opacity-60',
  input: 'h-full w-full min-w-0 bg-transparent px-2.5 outline-none placeholder:text-faint',
  popover:
    'min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-hidden rounded-md bg-raised p-1 shadow-popover outline-none',
  option:
    'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none pointer-coarse:min-h-9 data-[focused]:bg-hover data-[selected]:font-medium',
} as const
