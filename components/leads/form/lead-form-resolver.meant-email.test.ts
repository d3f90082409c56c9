import { describe, expect, it } from 'vitest'
import { meantEmail } from './lead-form-resolver'

describe('meantEmail', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.se', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmaill.con', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmai.se', 'hotmail.se'],
    ['hotmal.com', 'hotmail.com'],
    ['homail.con', 'hotmail.com'],
    ['hotmail.comm', 'hotmail.com'],
    ['outlok.se', 'outlook.com'],
    ['outlook.con', 'outlook.com'],
    ['outloock.com', 'outlook.com'],
    ['telia.con', 'telia.com'],
    ['tleia.com', 'telia.com'],
    ['iclod.com', 'icloud.com'],
    ['yhaoo.com', 'yahoo.com'],
    ['comhen.se', 'comhem.se'],
    ['bredbad.net', 'bredband.net'],
    ['GMIAL.COM', 'gmail.com'],
  ])('asks about %s: %s was meant', (typed, meant) => {
    expect(meantEmail(`Erik.Andersson@${typed}`)).toBe(`Erik.Andersson@${meant}`)
  })

  it.each(
    [
      'gmail.com hotmail.com hotmail.se hotmail.no hotmail.co.uk outlook.com outlook.de live.se live.no telia.com telia.se',
      'gmx.com gmx.net mail.com mail.se ymail.com email.com googlemail.com me.com mac.com msn.com icloud.com aol.com proton.me',
      'yahoo.com yahoo.se yahoo.co.uk bredband.net comhem.se bahnhof.se spray.se tele2.se home.se passagen.se swipnet.se',
      'fastmail.com hey.com zoho.com postmail.se hotell.se outdoor.se tela.se celia.com cloud.com mailbox.org example.com',
      'kth.se student.lu.se svt.se seb.se telenor.se tre.se',
    ].flatMap((line) => line.split(' ')),
  )('does not ask about %s, which is what it says', (domain) => {
    expect(meantEmail(`erik.andersson@${domain}`)).toBeNull()
  })

  it.each(['', '@gmial.com', 'ingen adress', 'erik@', `${'x'.repeat(300)}@gmial.com`])(
    'has no question about %j, which is no address',
    (text) => {
      expect(meantEmail(text)).toBeNull()
    },
  )
})
