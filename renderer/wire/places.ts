// Where each option stands under 'On the wire': its group, and the place that a failure points at.
import type { WireTarget } from '#shared/explain/wire-target.ts'
import type { ExtensionKeyword } from '#shared/values/wire-options.ts'
import type { WireRuleField } from '#shared/values/wire-rules.ts'

export type WireField =
  | 'notify'
  | 'ret'
  | 'envid'
  | 'orcpt'
  | 'chunkSize'
  | 'hold'
  | 'deliverBy'
  | 'priority'
  | 'requireTls'
  | 'mailAuth'
  | 'solicit'
  | 'xclient'
  | 'xforward'
  | 'proxy'
  | 'proxySource'
  | 'proxyDestination'
  | 'protocol'
  | 'leave'
  | 'mailParameters'
  | 'rcptParameters'
  | 'rawLines'

/** Chosen among valid values; what is in any other field can be at fault. */
type ChosenField = 'ret' | 'requireTls' | 'proxy' | 'protocol' | 'leave'
export type TypedField = Exclude<WireField, ChosenField>

/** A field, or the switch of an extension. */
export type WirePlace = WireField | `switch-${ExtensionKeyword}`

export const wireGroups = ['reports', 'transfer', 'delivery', 'origin', 'byHand'] as const
export type WireGroup = (typeof wireGroups)[number]

/** The extensions of each group, in the order in which they are shown. */
export const groupSwitches: Readonly<Record<WireGroup, readonly ExtensionKeyword[]>> = {
  reports: ['DSN'],
  transfer: ['CHUNKING', 'PIPELINING', '8BITMIME', 'SMTPUTF8', 'SIZE', 'BINARYMIME', 'LIMITS', 'PRDR'],
  delivery: ['FUTURERELEASE', 'DELIVERBY', 'MT-PRIORITY', 'REQUIRETLS'],
  origin: ['AUTH', 'NO-SOLICITING', 'XCLIENT', 'XFORWARD'],
  byHand: [],
}

const fieldGroups: Readonly<Record<WireField, WireGroup>> = {
  notify: 'reports',
  ret: 'reports',
  envid: 'reports',
  orcpt: 'reports',
  chunkSize: 'transfer',
  hold: 'delivery',
  deliverBy: 'delivery',
  priority: 'delivery',
  requireTls: 'delivery',
  mailAuth: 'origin',
  solicit: 'origin',
  xclient: 'origin',
  xforward: 'origin',
  proxy: 'origin',
  proxySource: 'origin',
  proxyDestination: 'origin',
  protocol: 'byHand',
  mailParameters: 'byHand',
  rcptParameters: 'byHand',
  rawLines: 'byHand',
  leave: 'byHand',
}

export function groupOf(place: WirePlace): WireGroup {
  if (!isSwitch(place)) return fieldGroups[place]
  return wireGroups.find((group) => groupSwitches[group].some((keyword) => place === `switch-${keyword}`)) ?? 'byHand'
}

const isSwitch = (place: WirePlace): place is `switch-${ExtensionKeyword}` => place.startsWith('switch-')

/** Where what a failure names is to be changed. */
export const placeOf = (target: WireTarget): WirePlace =>
  'field' in target ? ruledFields[target.field] : `switch-${target.keyword}`

const ruledFields: Readonly<Record<WireRuleField, WireField>> = {
  mailParameters: 'mailParameters',
  rcptParameters: 'rcptParameters',
  rawLines: 'rawLines',
  NOTIFY: 'notify',
  ENVID: 'envid',
  ORCPT: 'orcpt',
  DELIVERBY: 'deliverBy',
  FUTURERELEASE: 'hold',
  SOLICIT: 'solicit',
  BDAT: 'chunkSize',
  proxyHeader: 'proxySource',
}
