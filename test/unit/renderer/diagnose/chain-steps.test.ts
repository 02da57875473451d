import { expect, test } from 'vitest'
import { chainSteps } from '../../../../renderer/diagnose/tls/chain-steps.ts'
import { intermediate, leaf } from '../../../fakes/observed.ts'

const root = { ...intermediate, subject: 'CN=Root', issuer: 'CN=Root', isSelfSigned: true }
const stranger = { ...intermediate, subject: 'CN=Stranger' }
const untrusted = (position: number) => [{ kind: 'certificate-untrusted', message: 'Not known.', position }]

test.each([
  ['ends at an authority that is known', [leaf, intermediate], [], ['sent', 'known']],
  ['ends at a root that was sent', [leaf, intermediate, root], [], ['sent', 'sent', 'end']],
  ['breaks where the issuer is not known', [leaf, intermediate], untrusted(1), ['sent', 'broken']],
  ['breaks where another certificate follows', [leaf, stranger], [], ['broken', 'known']],
])('a chain %s', (_, chain, faults, links) => {
  expect(chainSteps({ chain, faults }).map(({ link }) => link)).toEqual(links)
})

test('an old date is the fault of a certificate, and breaks no link', () => {
  const faults = [{ kind: 'certificate-expired', message: 'It was valid until then.', position: 0 }]
  expect(chainSteps({ chain: [leaf, intermediate], faults })[0]).toMatchObject({ link: 'sent', faults })
})
