import type { Server, ServerResponse } from 'node:http'
import { type Server as NetServer, Server as NetServerClass, type Socket } from 'node:net'
import { setTimeout as pause, setImmediate } from 'node:timers/promises'

/** In ms: a connection on which nothing was asked yet may have its first request on the way. */
const leastGrace = 500
/** In ms, between two looks at connections that may be idle. */
const betweenLooks = 50
/** In ms: a turn of the event loop that is shorter had nothing else to do. After so many turns none is waited for. */
const shortTurn = 0.1
const mostTurns = 2_000

export interface Connections {
  /** To be told of each request, before it is answered. */
  asked: (response: ServerResponse) => void
  /** From now on each answer says that its connection ends with it. */
  leave: () => void
  /**
   * Takes no more connections, and resolves when all have ended: each with its answer, or when nothing was asked on it for
   * `graceMs`. Who keeps connections open to us may be sending on one at the moment in which we end it.
   */
  close: (graceMs: number) => Promise<void>
}

/** Ends the connections of a server without cutting off a request: see docs/decisions/0073. */
export function watchConnections(server: Server): Connections {
  /** Since when nothing is asked on a connection; null where something is. */
  const idleSince = new Map<Socket, number | null>()
  const unasked = new WeakSet<Socket>()
  const answers = new Set<ServerResponse>()
  let isLeaving = false

  server.on('connection', (socket) => {
    unasked.add(socket)
    idleSince.set(socket, performance.now())
    socket.once('close', () => idleSince.delete(socket))
  })

  function leave(): void {
    isLeaving = true
    for (const answer of answers) if (!answer.headersSent) answer.shouldKeepAlive = false
  }

  function endIdle(graceMs: number): void {
    for (const [socket, since] of idleSince) {
      const grace = unasked.has(socket) ? Math.max(graceMs, leastGrace) : graceMs
      if (since !== null && performance.now() - since >= grace) socket.destroy()
    }
  }

  return {
    asked(response) {
      const { socket } = response
      if (isLeaving) response.shouldKeepAlive = false
      if (socket) {
        unasked.delete(socket)
        idleSince.set(socket, null)
      }
      answers.add(response)
      response.once('close', () => {
        answers.delete(response)
        if (socket && idleSince.has(socket)) idleSince.set(socket, performance.now())
      })
    },
    leave,
    async close(graceMs) {
      leave()
      await shortTurnOfTheLoop()
      let isClosed = false
      // Not http's own, which ends idle connections at once.
      const closeNet: NetServer['close'] = NetServerClass.prototype.close
      closeNet.call(server, () => {
        isClosed = true
      })
      while (!isClosed) {
        endIdle(graceMs)
        await pause(betweenLooks)
      }
    },
  }
}

/**
 * Resolves right after a turn of the event loop in which there was nothing else to do. Who has connected by then was
 * accepted in it; closing the server later would cut off those who connected meanwhile.
 */
async function shortTurnOfTheLoop(): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const began = performance.now()
    await setImmediate()
    if (performance.now() - began < shortTurn) return
  }
}
