import { writtenTime } from '@/lib/time/written-time'
import { type WrittenMail, writeMail } from './mail'
import { inBothLanguages } from './mail-words'

/** The mail with a link by which somebody begins here, or chooses a new password. The link is in it and nowhere else. */
export function linkMail(kind: 'invitation' | 'reset', link: string): WrittenMail {
  return writeMail(
    inBothLanguages(
      (t) => t(`mail.${kind}.subject`),
      (t) => ({
        lines: [t(`mail.${kind}.meaning`), t('mail.linkMeaning')],
        link: { text: t(`mail.${kind}.action`), href: link },
      }),
    ),
  )
}

/** The mail that says that somebody signed in as its reader, from a browser that had not been seen before. */
export function deviceMail(at: Date, publicUrl: string): WrittenMail {
  const time = writtenTime(at.toISOString(), 'minute')
  return writeMail(
    inBothLanguages(
      (t) => t('mail.device.subject'),
      (t) => ({
        lines: [t('mail.device.meaning', { time }), t('mail.device.advice')],
        link: { text: t('mail.device.action'), href: `${publicUrl}/settings/account` },
      }),
    ),
  )
}
