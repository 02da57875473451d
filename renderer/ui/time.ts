// Times and sizes in the person's language.
import { language } from './language.ts'

const day = 86_400_000

/** Milliseconds since 1970 as a clock time, with the date when it is not of the last day. */
export function shortTime(at: number): string {
  const style =
    Date.now() - at < day ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const)
  return new Intl.DateTimeFormat(language(), style).format(at)
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Octets in units of 1000, to three digits: `5.24 MB`. */
export function size(octets: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, octets)) / 3)))
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(octets / 1000 ** step)
}
