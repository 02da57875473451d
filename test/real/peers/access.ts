// The way to a server of these tests: by the name that its certificate has, trusting the authority that issued it.
import type { Access } from '../../../electron/engine/delivery/index.ts'
import type { Mechanism } from '../../../shared/values/mechanisms.ts'
import { relayAccess } from '../../fakes/order.ts'
import type { Certificates } from '../mail-server/certificates.ts'
import type { Person } from './people.ts'

export const accessAt = (port: number, authority: Certificates['authority'], wish: Partial<Access> = {}): Access =>
  relayAccess(port, {
    host: 'localhost',
    security: 'starttls',
    certificate: { pin: null, authorities: authority.pem, name: null },
    ...wish,
  })

/** `secret`: another than the person's own password. */
export const loginOf = (
  { address, password }: Person,
  mechanism: Mechanism | 'automatic' = 'automatic',
  secret: string = password,
): Pick<Access, 'login' | 'secret'> => ({ login: { user: address, mechanism, allowPlaintext: false }, secret })
