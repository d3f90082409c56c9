/** Keeps a choice of this browser for a year, where the server can read it: in a cookie. */
export function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`
}
