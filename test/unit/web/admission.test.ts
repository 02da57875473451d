import { describe, expect, it } from 'vitest'
import { createAdmission } from '../../../electron/web/admission.ts'

describe('admission to the web door', () => {
  it('gives a strict, script-free cookie for the token, once', () => {
    const admission = createAdmission()
    const cookie = admission.exchange(admission.token) ?? ''
    expect(cookie).toMatch(/^heloise-[0-9a-f]{8}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(admission.exchange(admission.token)).toBeNull()
    expect(admission.isAdmitted(`other=1; ${cookie.split(';')[0]}`)).toBe(true)
  })

  it('does not spend the token on a wrong one', () => {
    const admission = createAdmission()
    expect(admission.exchange('wrong')).toBeNull()
    expect(admission.exchange('')).toBeNull()
    expect(admission.exchange(admission.token)).not.toBeNull()
  })

  it('admits nobody without the very cookie', () => {
    const admission = createAdmission()
    const other = createAdmission()
    const [pair = ''] = (admission.exchange(admission.token) ?? '').split(';')
    const [foreign] = (other.exchange(other.token) ?? '').split(';')
    const name = pair.split('=')[0]
    for (const cookies of [undefined, '', name, `${name}=`, `${pair}x`, `x${pair}`, foreign])
      expect(admission.isAdmitted(cookies), String(cookies)).toBe(false)
  })
})
