// What is done otherwise than usual on the wire, in the words of the protocol, each with its place.
import { extensionKeywords } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { WirePlace } from './places.ts'
import { endText, wireFormOf } from './wire-form.ts'

export type WireDifference = {
  readonly place: WirePlace
  /** For a switch its keyword, and how it stands. */
  readonly text: string
  readonly position: 'on' | 'off' | null
}

/** None when everything is as usual. */
export function differencesOf(wire: WireOptions): WireDifference[] {
  return [...switched(wire), ...said(wire).map(([place, text]) => ({ place, text, position: null }))]
}

function switched({ extensions }: WireOptions): WireDifference[] {
  return extensionKeywords.flatMap((keyword) => {
    const position = extensions[keyword] ?? 'as-offered'
    return position === 'as-offered' ? [] : [{ place: `switch-${keyword}` as const, text: keyword, position }]
  })
}

type Said = readonly [place: WirePlace, text: string]

function said(wire: WireOptions): Said[] {
  const { xclient, xforward, mailParameters, rcptParameters, rawLines, protocol, requireTls, leave } = wire
  const form = wireFormOf(wire)
  const unless = (text: string, place: WirePlace, shown: string): Said[] => (text === '' ? [] : [[place, shown]])
  return [
    ...reports(wire.dsn),
    ...unless(form.chunkSize, 'chunkSize', `BDAT ${form.chunkSize}`),
    ...timing(wire),
    ...unless(form.priority, 'priority', `MT-PRIORITY=${form.priority}`),
    ...(requireTls ? [['requireTls', 'REQUIRETLS'] as const] : []),
    ...unless(form.mailAuth, 'mailAuth', `AUTH=${form.mailAuth}`),
    ...unless(form.solicit, 'solicit', `SOLICIT=${wire.solicit.join(',')}`),
    ...unless(form.xclient, 'xclient', `XCLIENT ${xclient.map(({ name }) => name).join(' ')}`),
    ...unless(form.xforward, 'xforward', `XFORWARD ${xforward.map(({ name }) => name).join(' ')}`),
    ...proxy(wire.proxyHeader),
    ...(protocol === 'lmtp' ? [['protocol', 'LMTP'] as const] : []),
    ...unless(form.mailParameters, 'mailParameters', `MAIL ${mailParameters.join(' ')}`),
    ...unless(form.rcptParameters, 'rcptParameters', `RCPT ${rcptParameters.join(' ')}`),
    ...(leave === 'quit' ? [] : [['leave', leave === 'drop' ? 'FIN' : 'RST'] as const]),
    ...rawLines.map(({ after, text }) => ['rawLines', `${after.toUpperCase()}: ${text}`] as const),
  ]
}

function reports({ notify, ret, envid, orcpt }: WireOptions['dsn']): Said[] {
  return [
    ...(notify.length === 0 ? [] : [['notify', `NOTIFY=${notify.join(',')}`] as const]),
    ...(ret === null ? [] : [['ret', `RET=${ret}`] as const]),
    ...(envid === null ? [] : [['envid', `ENVID=${envid}`] as const]),
    ...(orcpt === null ? [] : [['orcpt', `ORCPT=${orcpt}`] as const]),
  ]
}

function timing({ hold, deliverBy }: WireOptions): Said[] {
  const held = hold === null ? [] : [hold.kind === 'for' ? `HOLDFOR=${hold.seconds}` : `HOLDUNTIL=${hold.at}`]
  const due =
    deliverBy === null
      ? []
      : [`BY=${deliverBy.seconds};${deliverBy.mode === 'return' ? 'R' : 'N'}${deliverBy.isTraced ? 'T' : ''}`]
  return [...held.map((text) => ['hold', text] as const), ...due.map((text) => ['deliverBy', text] as const)]
}

function proxy(header: WireOptions['proxyHeader']): Said[] {
  if (header === null) return []
  const ends = [header.source, header.destination].map(endText).filter((text) => text !== '')
  return [['proxy', [`PROXY v${header.version}`, ...ends].join(' ')]]
}
