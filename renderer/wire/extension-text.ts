// What an extension does, and what the server said of it when it offered it.
import { explainKeyword } from '#shared/explain/keywords.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Words } from '#shared/values/settings.ts'
import type { ExtensionKeyword } from '#shared/values/wire-options.ts'

/** In one sentence; where it is offered, with what its parameters say. */
export function extensionText(keyword: ExtensionKeyword, offer: Capability | null): Words {
  if (keyword === 'AUTH') return authParameter
  if (offer !== null) return explainKeyword(offer).text
  const { en, es } = explainKeyword({ keyword, parameters: [] }).text
  return { en: firstSentence(en), es: firstSentence(es) }
}

const firstSentence = (text: string): string => /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text

/** The same keyword offers logins; here it is the parameter of MAIL that is meant (RFC 4954 §5). */
const authParameter: Words = {
  en: 'A server that trusts us can be told who handed the mail in first. It does not change the login.',
  es: 'A un servidor que se fíe de Heloise se le puede decir quién entregó el correo primero. No cambia el inicio de sesión.',
}

/** Null when it is not offered. Some servers still offer logins as `AUTH=LOGIN`. */
export function offerOf(offers: readonly Capability[] | null, keyword: ExtensionKeyword): Capability | null {
  return offers?.find((offer) => offer.keyword.toUpperCase().split('=', 1)[0] === keyword) ?? null
}
