// Times and sizes in the person's language.
import type { Language } from '#shared/values/settings.ts'
import { language } from './language.ts'

const day = 86_400_000

/** Milliseconds since 1970 as a clock time, with the date when it is not of the last day. */
export const shortTime = (at: number): string =>
  clock(language(), Date.now() - at < day ? 'time' : 'date and time').format(at)

/** Kept, for making one takes longer than all else in a row of a list. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(language: Language, shown: 'time' | 'date and time'): Intl.DateTimeFormat {
  const known = clocks.get(`${language} ${shown}`)
  if (known !== undefined) return known
  const date = shown === 'time' ? {} : ({ dateStyle: 'medium' } as const)
  const made = new Intl.DateTimeFormat(language, { ...date, timeStyle: 'short' })
  clocks.set(`${language} ${shown}`, made)
  return made
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
