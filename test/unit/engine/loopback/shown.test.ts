import { describe, expect, it } from 'vitest'
import { shownAnswer, shownCommand } from '../../../../electron/engine/loopback/shown.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const secret = 'hunter2'

describe('the shown text of a command', () => {
  it.each([
    ['MAIL FROM:<a@b.test>', undefined],
    ['AUTH', 'AUTH'],
    ['auth login', 'AUTH LOGIN'],
    ['AUTH PLAIN =', 'AUTH PLAIN ='],
    [`AUTH PLAIN ${base64(`\0maria\0${secret}`)}`, 'AUTH PLAIN [maria, password hidden]'],
    [`AUTH PLAIN ${base64(`root\0maria\0${secret}`)}`, 'AUTH PLAIN [maria as root, password hidden]'],
    [`AUTH PLAIN ${base64(`maria ${secret}`)}`, 'AUTH PLAIN [hidden]'],
    [`AUTH PLAIN ${secret}`, 'AUTH PLAIN [hidden]'],
    [`AUTH LOGIN ${base64('maria')}`, 'AUTH LOGIN [user: maria]'],
    [`AUTH XOAUTH2 ${base64(secret)}`, 'AUTH XOAUTH2 [token hidden]'],
    [`\tAUTH  PLAIN\t${base64(`\0maria\0${secret}`)} ${secret}`, 'AUTH PLAIN [hidden]'],
    [`AUTH ${base64(`\0maria\0${secret}`)}`, 'AUTH [hidden]'],
    [`AUTHPLAIN ${secret}`, '[hidden]'],
  ])('of %s is %s', (line, shown) => {
    expect(shownCommand(Buffer.from(line), false)).toBe(shown)
  })

  it('is hidden when it may be the rest of a login', () => {
    expect(shownCommand(Buffer.from(base64(secret)), true)).toBe('[hidden]')
  })
})

describe('the shown text of an answer', () => {
  it.each([
    ['user', base64('maria'), '[user: maria]'],
    ['user', base64(`\0maria\0${secret}`), '[hidden]'],
    ['user', base64('ma\r\nria'), '[hidden]'],
    ['password', base64(secret), '[password hidden]'],
    ['user and password', base64(`\0maria\0${secret}`), '[maria, password hidden]'],
    ['user and password', base64(secret), '[hidden]'],
    ['user and digest', base64('maria e9f1'), '[maria, digest hidden]'],
    ['user and digest', base64(secret), '[hidden]'],
    ['user', secret, '[hidden]'],
    ['password', '*', '*'],
  ] as const)('holding the %s, %s, is %s', (holding, answer, shown) => {
    expect(shownAnswer(answer, holding)).toBe(shown)
  })
})
