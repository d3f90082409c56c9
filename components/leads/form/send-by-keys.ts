type FormKey = React.KeyboardEvent<HTMLFormElement>

/**
 * Ctrl+Enter or Cmd+Enter sends, wherever in the form the focus is: taken before the field gets it, because radio buttons
 * and buttons keep Enter to themselves. In an open list it chooses, as Enter does.
 */
function sendOnCtrlEnter(event: FormKey): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) event.currentTarget.requestSubmit()
}

/** Enter alone sends nothing: a lead cannot be called back, and Enter is how people leave a field. */
function keepOnEnter(event: FormKey): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

export const sendByKeys = { onKeyDownCapture: sendOnCtrlEnter, onKeyDown: keepOnEnter }
