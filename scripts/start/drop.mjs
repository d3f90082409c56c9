/** A response that carries this header is never sent: its connection is closed instead. */
export const dropHeader = 'x-sandbox-drop'

/**
 * Lets a route close a connection without an answer, which Next itself cannot: the stand-in for Vitec shows
 * in that way what a connection lost after the lead was saved looks like.
 * @param {import('node:http').ServerResponse} response
 */
export function allowDrop(response) {
  const { writeHead } = response
  response.writeHead = (/** @type {any[]} */ ...args) => {
    if (response.hasHeader(dropHeader)) response.socket?.destroy()
    return Reflect.apply(writeHead, response, args)
  }
}
