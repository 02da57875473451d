// Sizes in words.
import type { Language } from '../values/settings.ts'

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** `10485760` → `10.5 MB`; what is no number of octets is shown as it is. */
export function formatOctets(octets: number | string, language: Language): string {
  const value = Number(octets)
  if (String(octets).trim() === '' || !Number.isFinite(value) || value < 0) return String(octets)
  const power = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3))
  const scaled = power === 0 ? String(value) : (value / 1000 ** power).toFixed(1).replace(/\.0$/, '')
  return `${language === 'es' ? scaled.replace('.', ',') : scaled} ${units[power] ?? 'bytes'}`
}
