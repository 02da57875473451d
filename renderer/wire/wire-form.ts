// Options for the wire as the fields hold them: numbers, lists and ends of connections as text. Reading it back: read-wire.ts.
import { extensionKeywords } from '#shared/values/wire-defaults.ts'
import type { Endpoint, RawLine, WireOptions } from '#shared/values/wire-options.ts'

export type WireForm = {
  /** Without those that are as offered. */
  readonly extensions: WireOptions['extensions']
  readonly protocol: WireOptions['protocol']
  readonly leave: WireOptions['leave']
  readonly notify: WireOptions['dsn']['notify']
  readonly ret: WireOptions['dsn']['ret']
  readonly envid: string
  readonly orcpt: { readonly kind: 'none' | 'recipient' | 'other'; readonly text: string }
  readonly deliverBy: {
    readonly kind: 'none' | 'return' | 'notify'
    readonly seconds: string
    readonly isTraced: boolean
  }
  /** `at`: RFC 3339. */
  readonly hold: { readonly kind: 'none' | 'for' | 'until'; readonly seconds: string; readonly at: string }
  readonly priority: string
  readonly requireTls: boolean
  readonly mailAuth: string
  /** Separated by commas. */
  readonly solicit: string
  readonly chunkSize: string
  /** Separated by spaces. */
  readonly mailParameters: string
  readonly rcptParameters: string
  /** `NAME=value`, one a line. */
  readonly xclient: string
  readonly xforward: string
  /** The ends as `address:port`; empty for those of our own connection. */
  readonly proxy: { readonly kind: 'none' | 'v1' | 'v2'; readonly source: string; readonly destination: string }
  readonly rawLines: readonly RawLine[]
}

/** One form for what is the same on the wire, so that two can be compared. */
export function wireFormOf(wire: WireOptions): WireForm {
  const { dsn, deliverBy, hold, proxyHeader } = wire
  return {
    extensions: switches(wire.extensions),
    protocol: wire.protocol,
    leave: wire.leave,
    notify: dsn.notify,
    ret: dsn.ret,
    envid: dsn.envid ?? '',
    orcpt: originalRecipient(dsn.orcpt),
    deliverBy: {
      kind: deliverBy?.mode ?? 'none',
      seconds: numeral(deliverBy?.seconds),
      isTraced: deliverBy?.isTraced ?? false,
    },
    hold: {
      kind: hold?.kind ?? 'none',
      seconds: numeral(hold?.kind === 'for' ? hold.seconds : null),
      at: hold?.kind === 'until' ? hold.at : '',
    },
    priority: numeral(wire.priority),
    requireTls: wire.requireTls,
    mailAuth: wire.mailAuth === '' ? '<>' : (wire.mailAuth ?? ''),
    solicit: wire.solicit.join(', '),
    chunkSize: numeral(wire.chunkSize),
    mailParameters: wire.mailParameters.join(' '),
    rcptParameters: wire.rcptParameters.join(' '),
    xclient: attributeLines(wire.xclient),
    xforward: attributeLines(wire.xforward),
    proxy: {
      kind: proxyHeader === null ? 'none' : `v${proxyHeader.version}`,
      source: endText(proxyHeader?.source ?? null),
      destination: endText(proxyHeader?.destination ?? null),
    },
    rawLines: wire.rawLines.map(({ after, text, isExact }) => ({ after, text, isExact })),
  }
}

/** Whether both say and do the same on the wire. */
export const isSameWire = (one: WireOptions, other: WireOptions): boolean =>
  isSameForm(wireFormOf(one), wireFormOf(other))

/** Whether the fields hold the same text. */
export const isSameForm = (one: WireForm, other: WireForm): boolean => JSON.stringify(one) === JSON.stringify(other)

/** In the order of the protocol's names, and without those that are as offered. */
export const switches = (extensions: WireOptions['extensions']): WireOptions['extensions'] =>
  Object.fromEntries(
    extensionKeywords
      .map((keyword) => [keyword, extensions[keyword]] as const)
      .filter(([, position]) => position !== undefined && position !== 'as-offered'),
  )

export const endText = (end: Endpoint | null): string => {
  if (end === null) return ''
  return end.address.includes(':') ? `[${end.address}]:${end.port}` : `${end.address}:${end.port}`
}

const numeral = (number: number | null | undefined): string => (number === null ? '' : String(number ?? ''))

function originalRecipient(orcpt: string | null): WireForm['orcpt'] {
  if (orcpt === null) return { kind: 'none', text: '' }
  return orcpt === 'recipient' ? { kind: 'recipient', text: '' } : { kind: 'other', text: orcpt }
}

const attributeLines = (attributes: WireOptions['xclient'] | WireOptions['xforward']): string =>
  attributes.map(({ name, value }) => `${name}=${value}`).join('\n')
