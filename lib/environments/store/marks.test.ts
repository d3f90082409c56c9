import { describe, expect, it } from 'vitest'
import { isSameDatabase, type Marks } from './marks'

const marks: Marks = {
  kind: 'embedded',
  table: '1',
  folder: '7',
  folderBirth: '100',
  control: '8',
  controlBirth: '101',
  device: '66305',
}
const { folderBirth: _, controlBirth: __, ...withoutBirth } = marks

describe('isSameDatabase', () => {
  it('knows a folder that is on another device number after a restart of the machine', () => {
    expect(isSameDatabase(marks, { ...marks, device: '66306' })).toBe(true)
  })

  it('tells a copy by its time of birth, where its inode is that of one that was removed', () => {
    expect(isSameDatabase(marks, { ...marks, folderBirth: '200' })).toBe(false)
  })

  it('takes the device too where a file system keeps no time of birth', () => {
    expect(isSameDatabase(withoutBirth, withoutBirth)).toBe(true)
    expect(isSameDatabase(withoutBirth, { ...withoutBirth, device: '66306' })).toBe(false)
  })

  it('knows that one kind of database is no other', () => {
    expect(isSameDatabase(marks, { kind: 'postgres', table: '1', database: '5' })).toBe(false)
  })
})
