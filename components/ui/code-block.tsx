'use client'

import { CopyButton } from './copy-button'

type CodeBlockProps = {
  /** What it is; for screen readers. */
  label: string
  /** The name of its copy button. */
  copyLabel: string
  text: string
}

/** A text of a machine, as it is, to be read and copied. Long ones scroll in their own place. */
export function CodeBlock({ label, copyLabel, text }: CodeBlockProps) {
  return (
    <div className="relative rounded-md border border-line bg-canvas text-left print:break-inside-avoid">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, and this holds text */}
      <pre
        translate="no"
        role="group"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only what has the focus can be scrolled
        tabIndex={0}
        className="max-h-96 overflow-y-auto print:max-h-none py-2.5 pr-11 pl-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap text-ink"
      >
        {text}
      </pre>
      <div className="absolute top-1.5 right-1.5 rounded-md bg-canvas print:hidden">
        <CopyButton text={text} label={copyLabel} />
      </div>
    </div>
  )
}
