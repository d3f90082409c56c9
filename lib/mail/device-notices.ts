import { log, loggable } from '@/lib/log'
import { type MailResult, nextTryMs, type SendMail } from './mail'
import { deviceMail } from './person-mails'

/** That a person is to be told of a new device, claimed until `leasedUntil`; their address as it is then. */
export type ClaimedDeviceNotice = { id: string; email: string; at: Date; tries: number; leasedUntil: Date }

/** What telling of new devices needs of the database. Times are the database's. */
export type DeviceNoticeStore = {
  /** Keeps one for a person; nothing where another of theirs waits. */
  add(personId: string): Promise<void>
  /** The next whose time has come, claimed so that no other instance has it; `null` where there is none. */
  claim(): Promise<ClaimedDeviceNotice | null>
  /** Forgets one that is done or given up. */
  done(notice: ClaimedDeviceNotice): Promise<void>
  /** Lets one be tried again in so many ms. */
  retry(notice: ClaimedDeviceNotice, ms: number): Promise<void>
}

export type DeviceNotices = ReturnType<typeof createDeviceNotices>

type Ports = { store: DeviceNoticeStore; send: SendMail; publicUrl: string; random?: () => number }

/** At most so many in a go; the next comes soon. */
const most = 50

/** Tells people by mail of sign-ins from devices that were not known to be theirs. Ids are kept for it, and no address. */
export function createDeviceNotices({ store, send, publicUrl, random = Math.random }: Ports) {
  let isClosed = false
  let sending: Promise<unknown> = Promise.resolve()
  return {
    /** Has a person told. Never fails, and waits for no mail server: a sign-in depends on neither. */
    async note(personId: string): Promise<void> {
      await store
        .add(personId)
        .catch((error: unknown) =>
          log.error(loggable(error), 'a sign-in from a new device is told to nobody'),
        )
    },
    /** Sends what is due. */
    async run(): Promise<void> {
      const sent = sendDue()
      sending = sent.catch(() => undefined)
      await sent
    },
    /** Sends nothing more. */
    close(): void {
      isClosed = true
    },
    /** Waits for what is being sent: one that is cut off would be sent again. */
    async drain(): Promise<void> {
      await sending
    },
  }

  async function sendDue(): Promise<void> {
    for (let sent = 0; sent < most && !isClosed; sent++) {
      const notice = await store.claim()
      if (!notice) return
      const result = await send([notice.email], deviceMail(notice.at, publicUrl), notice.id)
      await settle(notice, result)
    }
  }

  async function settle(notice: ClaimedDeviceNotice, { sent, code }: MailResult): Promise<void> {
    const wait = sent ? null : nextTryMs(notice.tries + 1, random)
    if (!sent)
      log.warn(
        { device_notice: notice.id, code, given_up: wait === null },
        'a person was not told of a new device',
      )
    if (wait === null) await store.done(notice)
    else await store.retry(notice, wait)
  }
}
