import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import type { AttemptView } from '@/lib/leads/lead-view'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import { spokenSummary } from './spoken-line'

const now = new Date('2026-03-02T13:30:00Z')
const words = {
  sv: createTranslator({ locale: 'sv-SE', messages: sv, namespace: 'leads.record.spoken' }),
  en: createTranslator({ locale: 'en-GB', messages: en, namespace: 'leads.record.spoken' }),
}
const at = (time: string) => `2026-03-02T${time}:00Z`
const attempt = (outcome: AttemptView['outcome'], time = '13:03') => ({
  ...{ outcome, startedAt: at(time), endedAt: outcome === null ? null : at(time) },
})
const lead = {
  ...{
    receivedAt: at('13:02'),
    deliveredAt: null,
    vitecLeadId: null,
    customerName: 'Norr',
    vitecCustomerId: 'M1',
    environment: 'sandbox',
  },
  ...{ replacedById: null, anonymisedAt: null, nextAttemptAt: null, status: 'pending' as const },
  ...{ customerPaused: false, obstacle: null, attempts: [] as ReturnType<typeof attempt>[] },
}
type Change = Partial<Parameters<typeof spokenSummary>[0]>
const say = (change: Change, language: 'sv' | 'en' = 'sv', moment = now) =>
  spokenSummary(
    { ...lead, ...change },
    { t: words[language], locale: language === 'sv' ? 'sv-SE' : 'en-GB', now: moment },
  )

const delivered = { status: 'delivered', deliveredAt: at('13:03') } as const
const accepted = { ...delivered, vitecLeadId: 'CM7', attempts: [attempt('delivered')] }

describe('what is read out of a lead', () => {
  it('says of a test key’s that it is a test and when it goes, whatever became of it: Vitec has never seen it', () => {
    for (const change of [accepted, { status: 'rejected' as const }, {}])
      expect(say({ ...change, environment: 'test' })).toBe(
        'Det här är ett testlead. Det kom in 14.02, skickas aldrig till Vitec och tas bort 2026-04-01.',
      )
    expect(say({ environment: 'test' }, 'en')).toMatch(/^This is a test lead\. .* removed 2026-04-01\.$/)
  })

  it('says when it came, when Vitec took it, and under which id', () => {
    expect(say(accepted)).toBe('Leadet kom in 14.02, Vitec tog emot det 14.03, id CM7.')
    expect(say(accepted, 'en')).toBe('The lead came in at 14:02, Vitec accepted it at 14:03, id CM7.')
  })

  it.each<[string, Change]>([
    ['Leadet kom in 14.02 och finns i Vitec, id CM7.', { ...accepted, attempts: [attempt('unknown')] }],
    ['Leadet kom in 14.02 och finns i Vitec, det kontrollerade vi 14.03.', delivered],
    [
      'Leadet kom in 14.02 och finns i Vitec, kanske två gånger. Senaste id är CM7.',
      { ...accepted, attempts: [attempt('delivered'), attempt('delivered')] },
    ],
    [
      'Leadet kom in 14.02, men Vitec avvisade det 14.03. Mäklaren har inte fått det.',
      { status: 'rejected', attempts: [attempt('rejected')] },
    ],
    [
      'Leadet kom in 14.02 och skickades 14.03, men vi vet inte säkert om Vitec fick det.',
      { status: 'unknown', attempts: [attempt('unknown')] },
    ],
    ['Leadet kom in 14.02 och skickas just nu.', { attempts: [attempt(null)] }],
    [
      'Leadet kom in 14.02 och är sparat. Vi försöker skicka det igen 14.40.',
      { nextAttemptAt: at('13:40'), attempts: [attempt('not_sent')] },
    ],
    ['Leadet kom in 14.02, är sparat och skickas om ett ögonblick.', { nextAttemptAt: at('13:02') }],
    [
      'Leadet kom in 14.02 och är sparat, men Vitec släpper inte fram leads till Norr just nu. Det skickas när det är åtgärdat.',
      { customerPaused: true },
    ],
    [
      'Leadet kom in 14.02 och är sparat. Alla utskick är pausade just nu, och det skickas när de släpps.',
      { obstacle: 'hold' },
    ],
    [
      'Leadet kom in 14.02 och är sparat. Vi kontrollerar om det redan finns i Vitec.',
      { obstacle: 'restore' },
    ],
    ['Leadet kom in 14.02 och är sparat, men skickas inte automatiskt.', { obstacle: 'environment' }],
    [
      'Leadet kom in 14.02, men inget av 2 försök att skicka det lyckades. Det sista gjordes 14.20. Mäklaren har inte fått det.',
      { status: 'failed', attempts: [attempt('not_sent', '13:20'), attempt('not_sent')] },
    ],
    [
      'Leadet kom in 14.02, men är stoppat. Mäklaren har inte fått det. Ett nytt lead har ersatt det.',
      { status: 'cancelled', replacedById: 'r' },
    ],
    ['Leadet kom in 14.02. Personuppgifterna är borttagna.', { ...accepted, anonymisedAt: at('13:20') }],
  ])('%s', (sentence, change) => {
    expect(say(change)).toBe(sentence)
    // Every one has its words in English, too.
    expect(say(change, 'en')).toMatch(/^The lead came in at 14:02\b.*\.$/)
  })

  it.each([
    ['2026-03-03T08:00:00Z', 'i går 14.02', 'yesterday at 14:02'],
    ['2026-03-01T22:59:00Z', 'i morgon 14.02', 'tomorrow at 14:02'],
    ['2026-04-03T08:00:00Z', 'den 2 mars 14.02', 'on 2 March at 14:02'],
    ['2027-03-03T08:00:00Z', 'den 2 mars 2026 14.02', 'on 2 March 2026 at 14:02'],
  ])('says the day where it is not today: asked on %s', (moment, swedish, english) => {
    const asked = new Date(moment)
    expect(say({ status: 'cancelled' }, 'sv', asked)).toContain(`Leadet kom in ${swedish}`)
    expect(say({ status: 'cancelled' }, 'en', asked)).toContain(`The lead came in ${english}`)
  })

  it('takes the day from the clocks in Sweden, not from UTC', () => {
    const late = { status: 'cancelled', receivedAt: '2026-03-01T23:30:00Z' } as const
    expect(say(late)).toContain('Leadet kom in 00.30,')
  })
})
