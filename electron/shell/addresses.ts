// Which addresses are the app's own, and which may be handed to the desktop.

export const origin = 'heloise://app'

/** Whether an address is of the app itself. */
export function isOwnAddress(address: string): boolean {
  return address === origin || address.startsWith(`${origin}/`)
}

/** The route of an own address that is a compose window's, else null. */
export function composeRoute(address: string): string | null {
  if (!isOwnAddress(address)) return null
  const route = new URL(address).hash.slice(1)
  return /^\/compose(?:[/?]|$)/.test(route) ? route : null
}

/** The only schemes that are handed to the desktop. */
export function isOutsideLink(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:', 'mailto:'].includes(new URL(address).protocol)
}
