// Figures as people read them, and the counts that sentences are made of.
export type Pace = {
  readonly seconds: number
  readonly messagesPerSecond: number
  readonly connections: number
}

/** Octets in the decimal units of disks and networks. */
export function inUnits(octets: number, language: string): string {
  if (octets < 1e3) return `${octets} bytes`
  const [figure, unit] = octets < 1e6 ? [octets / 1e3, 'kB'] : [octets / 1e6, 'MB']
  return `${rounded(figure, language)} ${unit}`
}

export function inSeconds(milliseconds: number, language: string): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  return `${rounded(milliseconds / 1000, language)} s`
}

export const rounded = (figure: number, language: string) =>
  figure.toLocaleString(language, { maximumFractionDigits: 1 })
