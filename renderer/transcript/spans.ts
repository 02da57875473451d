// Nanoseconds as people read them, in the language of the window.
import type { Language } from '#shared/values/settings.ts'

/** Since the session began: `0.042`. */
export const formatTime = (nanoseconds: number, language: Language): string =>
  numbers(language, 3, 3).format(nanoseconds / second)

/** `0.4 ms`, `12 ms`, `1.25 s`, `2 min 5 s`. */
export function formatSpan(nanoseconds: number, language: Language): string {
  if (nanoseconds < 10 * millisecond) return `${numbers(language, 0, 1).format(nanoseconds / millisecond)} ms`
  if (nanoseconds < second) return `${numbers(language, 0, 0).format(nanoseconds / millisecond)} ms`
  if (nanoseconds < minute) return `${numbers(language, 0, 2).format(nanoseconds / second)} s`
  return `${Math.floor(nanoseconds / minute)} min ${numbers(language, 0, 0).format((nanoseconds % minute) / second)} s`
}

export type Slowness = 'quick' | 'noticed' | 'slow' | 'stuck'

/** How a pause is felt: below 0.2 s it is the network, above a second someone waits, above five something is wrong. */
export function slowness(nanoseconds: number): Slowness {
  if (nanoseconds < 200 * millisecond) return 'quick'
  if (nanoseconds < second) return 'noticed'
  return nanoseconds < 5 * second ? 'slow' : 'stuck'
}

/** Part of the bar that a pause fills, 0–1: on a logarithmic scale from 1 ms to 10 s. */
export const barShare = (nanoseconds: number): number =>
  Math.min(1, Math.max(0, Math.log10(nanoseconds / millisecond) / 4))

export const millisecond = 1e6
const second = 1e9
const minute = 60 * second

const formats = new Map<string, Intl.NumberFormat>()

function numbers(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most })
  formats.set(key, format)
  return format
}
