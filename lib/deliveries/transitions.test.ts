import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LeadStatus, leadStatuses } from '@/lib/leads/lead'
import { allowedActions, transitions } from './transitions'

type Step = { from: LeadStatus; to: LeadStatus }
const { unsettle: _, ...ahead } = transitions
const steps: Step[] = Object.values(ahead).flatMap((move) =>
  move.from.flatMap((from) => move.to.map((to) => ({ from, to }))),
)

describe('the moves of a lead', () => {
  it('lead nowhere from delivered, because an agent has it, but where the person who said so takes it back', () => {
    const { unsettle, ...others } = transitions
    expect(Object.values(others).filter(({ from }) => from.some((it) => String(it) === 'delivered'))).toEqual(
      [],
    )
    expect(unsettle.to).toEqual([...transitions.settle.from, ...transitions.settle_restored.from])
    expect(allowedActions('delivered')).toEqual([])
    expect(allowedActions('delivered', null, { canUnsettle: true })).toEqual(['unsettle'])
  })

  it('lead out of every state but delivered, so that no lead is stuck', () => {
    for (const status of leadStatuses.filter((status) => status !== 'delivered')) {
      expect(allowedActions(status), status).toContain('send_again')
    }
  })

  it('let no machine touch a doubt: only a person moves an unknown lead', () => {
    expect(transitions.attempt.from).toEqual(['pending'])
    expect(allowedActions('unknown')).toEqual(['send_again', 'settle', 'look_up', 'replace'])
  })

  it('let nobody send what another lead was made of, but say of a doubt that it is there', () => {
    expect(allowedActions('unknown', null, { isReplaced: true })).toEqual(['settle', 'look_up'])
    expect(allowedActions('rejected', null, { isReplaced: true })).toEqual([])
  })

  it('are the same for a test key’s lead, whose stand-in answers, but for a real lead that would be made of it', () => {
    const isTest = true
    expect(allowedActions('unknown', null, { isTest })).toEqual(['send_again', 'settle', 'look_up'])
    expect(allowedActions('pending', null, { isTest })).toEqual(['send_again', 'cancel'])
    expect(allowedActions('rejected', null, { isTest })).toEqual(['send_again'])
  })

  it('end at delivered for good, whatever walk is taken, unless a person takes back their word', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (choices) => {
        let status: LeadStatus = 'pending'
        let wasDelivered = false
        for (const choice of choices) {
          const open = steps.filter(({ from }) => from === status)
          status = open[choice % Math.max(open.length, 1)]?.to ?? status
          expect(wasDelivered && status !== 'delivered').toBe(false)
          wasDelivered ||= status === 'delivered'
        }
      }),
    )
  })
})
