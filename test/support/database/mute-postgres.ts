import { createServer, type Socket } from 'node:net'

/** `BEGIN` and its like change what the server says of the session. */
const statusAfter = (text: string, before: string) =>
  /\bBEGIN\b/.test(text) ? 'T' : /\b(?:COMMIT|ROLLBACK)\b/.test(text) ? 'I' : before

/**
 * A server that speaks as much of PostgreSQL's protocol as it takes to let clients in and to say that a statement is
 * done; after `fallSilent` it takes everything in, and says nothing, also not to new connections.
 */
export function mutePostgres() {
  let isSilent = false
  const unheard: string[] = []
  let connections = 0
  const server = createServer((socket: Socket) => {
    let isStarted = false
    let status = 'I'
    connections += 1
    socket.on('close', () => {
      connections -= 1
    })
    socket.on('data', (data) => {
      const said = data.toString('latin1')
      if (isSilent) {
        if (isStarted) unheard.push(said)
        return
      }
      if (!isStarted) {
        isStarted = true
        socket.write(Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from(status))]))
        return
      }
      if (said.startsWith('X')) return
      status = statusAfter(said, status)
      const done = [message('C', Buffer.from('SELECT 0\0')), message('Z', Buffer.from(status))]
      const parsed = said.startsWith('P') ? [message('1'), message('2'), message('n')] : []
      socket.write(Buffer.concat([...parsed, ...done]))
    })
  })
  return {
    server,
    fallSilent: () => {
      isSilent = true
    },
    speak: () => {
      isSilent = false
    },
    /** What was said to it while it was silent, after the greeting. */
    unheard,
    connections: () => connections,
  }
}

function message(kind: string, content = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind, 0, 'latin1')
  head.writeInt32BE(content.length + 4, 1)
  return Buffer.concat([head, content])
}
