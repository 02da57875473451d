// The fields of 'On the wire' read as options. What cannot be sent like this is left as it was, and named.
import { parseMailbox } from '#shared/address/index.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { type WireOptions, wireOptionsSchema } from '#shared/values/wire-options.ts'
import { brokenWireRule } from '#shared/values/wire-rules.ts'
import type { TypedField } from './places.ts'
import type { WireForm } from './wire-form.ts'

export type ReadWire = {
  /** With the options of `before` where a field is at fault. */
  readonly wire: WireOptions
  readonly faults: readonly TypedField[]
}

export function readWire(form: WireForm, before: WireOptions): ReadWire {
  const { extensions, protocol, leave, requireTls, ret } = form
  const chosen = { ...before, extensions, protocol, leave, requireTls, dsn: { ...before.dsn, ret } }
  return readers.reduce<ReadWire>(
    ({ wire, faults }, [place, put]) =>
      isValid(put(defaultWire, form))
        ? { wire: wireOptionsSchema.parse(put(wire, form)), faults }
        : { wire, faults: [...faults, place] },
    { wire: chosen, faults: [] },
  )
}

export const wireFaults = (form: WireForm): readonly TypedField[] => readWire(form, defaultWire).faults

/** As the schema may or may not have it. */
type Candidate = Readonly<Record<keyof WireOptions, unknown>>
type Put = (wire: WireOptions, form: WireForm) => Candidate

function isValid(candidate: Candidate): boolean {
  const checked = wireOptionsSchema.safeParse(candidate)
  return checked.success && brokenWireRule(checked.data) === null
}

/** What cannot stand for any value. */
const invalid = Symbol('invalid')

const putDsn =
  (key: keyof WireOptions['dsn'], read: (form: WireForm) => unknown): Put =>
  (wire, form) => ({ ...wire, dsn: { ...wire.dsn, [key]: read(form) } })

const readers: readonly (readonly [TypedField, Put])[] = [
  ['notify', putDsn('notify', ({ notify }) => notify)],
  ['envid', putDsn('envid', ({ envid }) => envid || null)],
  ['orcpt', putDsn('orcpt', ({ orcpt }) => orcptOf(orcpt))],
  ['chunkSize', (wire, { chunkSize }) => ({ ...wire, chunkSize: numberOrNull(chunkSize) })],
  ['hold', (wire, { hold }) => ({ ...wire, hold: holdOf(hold) })],
  ['deliverBy', (wire, { deliverBy }) => ({ ...wire, deliverBy: deliverByOf(deliverBy) })],
  ['priority', (wire, { priority }) => ({ ...wire, priority: numberOrNull(priority) })],
  ['mailAuth', (wire, { mailAuth }) => ({ ...wire, mailAuth: mailAuthOf(mailAuth.trim()) })],
  ['solicit', (wire, { solicit }) => ({ ...wire, solicit: parts(solicit, /[\s,]+/) })],
  ['xclient', (wire, { xclient }) => ({ ...wire, xclient: attributesOf(xclient) })],
  ['xforward', (wire, { xforward }) => ({ ...wire, xforward: attributesOf(xforward) })],
  ['proxySource', (wire, { proxy }) => ({ ...wire, proxyHeader: proxyOf(proxy.kind, wire, { source: proxy.source }) })],
  [
    'proxyDestination',
    (wire, { proxy }) => ({ ...wire, proxyHeader: proxyOf(proxy.kind, wire, { destination: proxy.destination }) }),
  ],
  ['mailParameters', (wire, form) => ({ ...wire, mailParameters: parts(form.mailParameters, /\s+/) })],
  ['rcptParameters', (wire, form) => ({ ...wire, rcptParameters: parts(form.rcptParameters, /\s+/) })],
  // A row without text is one that nobody has filled in yet.
  ['rawLines', (wire, { rawLines }) => ({ ...wire, rawLines: rawLines.filter(({ text }) => text !== '') })],
]

function orcptOf({ kind, text }: WireForm['orcpt']): string | null {
  if (kind === 'none') return null
  return kind === 'recipient' ? kind : text.trim()
}

function holdOf({ kind, seconds, at }: WireForm['hold']): unknown {
  if (kind === 'none') return null
  return kind === 'for' ? { kind, seconds: wholeNumber(seconds) } : { kind, at: at.trim() }
}

function deliverByOf({ kind, seconds, isTraced }: WireForm['deliverBy']): unknown {
  return kind === 'none' ? null : { seconds: wholeNumber(seconds), mode: kind, isTraced }
}

function mailAuthOf(text: string): unknown {
  if (text === '') return null
  return text === '<>' || parseMailbox(text).kind === 'mailbox' ? text : invalid
}

/** One end is read at a time: a fault of it is not the fault of the other. */
function proxyOf(
  kind: WireForm['proxy']['kind'],
  { proxyHeader }: WireOptions,
  typed: { readonly source: string } | { readonly destination: string },
): unknown {
  if (kind === 'none') return null
  return {
    version: kind === 'v1' ? 1 : 2,
    source: 'source' in typed ? endOf(typed.source) : (proxyHeader?.source ?? null),
    destination: 'destination' in typed ? endOf(typed.destination) : (proxyHeader?.destination ?? null),
  }
}

function endOf(text: string): unknown {
  if (text.trim() === '') return null
  const [, v6, v4, port] = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text.trim()) ?? []
  return port === undefined ? invalid : { address: v6 ?? v4, port: Number(port) }
}

const attributesOf = (text: string): unknown =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const end = line.indexOf('=')
      return end === -1 ? invalid : { name: line.slice(0, end).trim().toUpperCase(), value: line.slice(end + 1) }
    })

const parts = (text: string, between: RegExp): string[] => text.split(between).filter((part) => part !== '')
const wholeNumber = (text: string): number => (/^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN)
const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : wholeNumber(text))
