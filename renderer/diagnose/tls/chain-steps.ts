// A certificate chain as steps from the server's own certificate up: what each is signed by, and where that does not lead on.
import type { Certificate, TlsDetail } from '#shared/values/tls.ts'

export type ChainFault = TlsDetail['faults'][number]

export type ChainStep = {
  readonly certificate: Certificate
  readonly position: number
  readonly faults: readonly ChainFault[]
  /** To the step above. `known`: to an authority that need not be sent. `end`: signed by itself, nothing is above it. */
  readonly link: 'sent' | 'broken' | 'known' | 'end'
}

export function chainSteps({ chain, faults }: Pick<TlsDetail, 'chain' | 'faults'>): readonly ChainStep[] {
  return chain.map((certificate, position) => {
    const own = faults.filter((fault) => fault.position === position)
    return { certificate, position, faults: own, link: linkOf(certificate, chain[position + 1], own) }
  })
}

function linkOf(certificate: Certificate, above: Certificate | undefined, faults: readonly ChainFault[]) {
  if (certificate.isSelfSigned) return 'end'
  if (faults.some(({ kind }) => kind === 'certificate-untrusted')) return 'broken'
  if (above === undefined) return 'known'
  return above.subject === certificate.issuer ? 'sent' : 'broken'
}

/** The name that people know it by: the common name, or all of it where there is none. */
export const shortName = (name: string): string => /(?:^|\n)CN=([^\n]+)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ')
