// `mailto:` links that the desktop hands over: on the command line, or by an event on macOS.

/** The link among a program's arguments, if there is one (RFC 6068). */
export function findMailto(args: readonly string[]): string | null {
  return args.find((argument) => /^mailto:/i.test(argument)) ?? null
}

/** The route of a compose window that begins with what the link says. */
export function mailtoRoute(link: string): string {
  return `/compose/new?${new URLSearchParams({ mailto: link, window: 'own' })}`
}
