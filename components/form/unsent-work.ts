const askers = new Set<() => boolean>()

/** Tells the page of work that would be lost with it; gives back what takes that back. */
export function watchWork(hasWork: () => boolean): () => void {
  askers.add(hasWork)
  return () => {
    askers.delete(hasWork)
  }
}

/** Whether anything that somebody typed on this page has not been sent. */
export function hasUnsentWork(): boolean {
  return [...askers].some((hasWork) => hasWork())
}
