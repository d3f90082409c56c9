import { beforeEach, describe, expect, it } from 'vitest'
import { actGuard, createShortcutRegistry, type KeyPress, type ShortcutRegistry } from './shortcut-registry'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false }
const pressOf = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, ...plain, ...more })

describe('a shortcut', () => {
  let registry: ShortcutRegistry
  let now = 0
  let ran: string[] = []
  const offer = (key: string, isAct = false, name = key) =>
    registry.offer(key, { run: () => void ran.push(name), isAct })

  beforeEach(() => {
    now = 10_000
    ran = []
    registry = createShortcutRegistry(() => now)
  })
  const press = (key: string, more: Partial<KeyPress> = {}) => registry.press(pressOf(key, more), true)

  it('is run once for a key that is held, because a lead must not be sent as often as a key repeats', () => {
    offer('s')
    press('s')
    press('s', { repeat: true })
    press('s', { repeat: true })
    expect(ran).toEqual(['s'])
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'leaves the browser what is pressed with %j, because that means something there',
    (held) => {
      offer('s')
      expect(press('s', held)).toBe(false)
      expect(ran).toEqual([])
    },
  )

  it('has just been run for the page that it leads to, which then begins where one types', () => {
    offer('n')
    press('x')
    expect(registry.hasJustRun()).toBe(false)
    press('n')
    expect(registry.hasJustRun()).toBe(true)
    now += 3_000
    expect(registry.hasJustRun()).toBe(false)
  })

  it('does nothing to a lead in the first half second that it is shown, because the press was meant for the one before', () => {
    offer('l', true)
    offer('j')
    registry.recordShown()
    now += actGuard - 1
    press('l')
    press('j')
    expect(ran).toEqual(['j'])
    now += 1
    press('l')
    expect(ran).toEqual(['j', 'l'])
  })

  it('does nothing either in the first half second that its act is there, because the record may have come before it', () => {
    offer('s', true)
    press('s')
    now += actGuard
    press('s')
    expect(ran).toEqual(['s'])
  })

  it('is found by what the key writes, so that signs work where they need Shift and letters under caps lock', () => {
    offer('?')
    offer('/')
    offer('n')
    press('?', { shiftKey: true })
    press('/', { shiftKey: true })
    press('N')
    expect(press('N', { shiftKey: true })).toBe(false)
    expect(ran).toEqual(['?', '/', 'n'])
  })

  it('may be two keys, and the second then means nothing else', () => {
    offer('l', true, 'mark')
    offer('g l', false, 'go')
    now += actGuard
    press('g')
    press('l')
    expect(ran).toEqual(['go'])
    press('l')
    expect(ran).toEqual(['go', 'mark'])
  })

  it('forgets the first of two keys after a while, and then takes the second for itself', () => {
    offer('l', true, 'mark')
    offer('g l', false, 'go')
    press('g')
    now += 2_000
    press('l')
    expect(ran).toEqual(['mark'])
  })

  it('is not run by a character where the person has turned that off, but by Escape', () => {
    offer('s')
    offer('Escape')
    registry.press(pressOf('s'), false)
    registry.press(pressOf('Escape'), false)
    expect(ran).toEqual(['Escape'])
  })

  it('is that of the part of the page that came last, and of the one before once that is gone', () => {
    offer('Escape', false, 'record')
    const takeBack = offer('Escape', false, 'panel')
    press('Escape')
    takeBack()
    press('Escape')
    expect(ran).toEqual(['panel', 'record'])
    expect(registry.has('Escape')).toBe(true)
  })
})
