/**
 * Ctrl+Enter or Cmd+Enter sends, from any field. Enter alone does not: a lead cannot be called back, and
 * Enter is how people leave a field.
 */
export function sendOnCtrlEnter(event: React.KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter') return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
  } else if (event.target instanceof HTMLInputElement) {
    event.preventDefault()
  }
}
