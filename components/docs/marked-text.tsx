/** Text of the OpenAPI document and the changelog: paragraphs, `code`, **bold** words and links. */
export function MarkedText({ text, className = '' }: { text: string; className?: string }) {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => (
      <p key={paragraph} className={`max-w-180 wrap-anywhere text-soft ${className}`}>
        {paragraph.split(mark).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text is what it is
          <Part key={index} text={part} />
        ))}
      </p>
    ))
}

const mark = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/

function Part({ text }: { text: string }) {
  if (text.startsWith('`'))
    return <code className="font-mono text-[0.9em] text-ink">{text.slice(1, -1)}</code>
  if (text.startsWith('**')) return <strong className="font-medium text-ink">{text.slice(2, -2)}</strong>
  const [, name, href] = /^\[([^\]]+)\]\(((?:https:|#)[^)]+)\)$/.exec(text) ?? []
  return name && href ? (
    <a href={href} className="text-link underline underline-offset-2">
      {name}
    </a>
  ) : (
    text
  )
}
