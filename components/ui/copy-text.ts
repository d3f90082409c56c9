/**
 * Puts a text where a browser keeps copies; false where it does not let the page. To be called as somebody presses a
 * button: browsers let a page copy only then.
 */
export async function copyText(text: string): Promise<boolean> {
  // There is none on a page that came from another machine without https.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (!clipboard) return copySelected(text)
  return clipboard.writeText(text).then(
    () => true,
    () => copySelected(text),
  )
}

/** The older way, which every page has. It moves no focus: a dialog would take it back before anything is copied. */
function copySelected(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  // Some copy only where something is selected, be it something else.
  const selected = document.createElement('span')
  selected.textContent = '.'
  selected.style.position = 'fixed'
  document.body.append(selected)
  const selection = getSelection()
  const before = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  selection?.selectAllChildren(selected)
  document.addEventListener('copy', give, { capture: true })
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', give, { capture: true })
    selected.remove()
    selection?.removeAllRanges()
    if (before) selection?.addRange(before)
  }
}
