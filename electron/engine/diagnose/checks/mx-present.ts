// MX-01: whether the domain names the servers that take its mail.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { DomainCheck } from '../domain.ts'
import { titleOf, wordsOf } from '../preconditions.ts'

export const mxPresent: DomainCheck = {
  id: 'MX-01',
  name: say('A mail server is published (MX)', 'Hay un servidor de correo publicado (MX)'),
  severity: 'high',
  reference: 'RFC 5321 §5.1',
  judge({ domain, route, failure }) {
    if (route !== null && route.source !== 'implicit') {
      const hosts = route.hosts.map(({ host, preference }) => `${host} (${preference})`).join(', ')
      return pass(say(`Mail for ${domain} goes to ${hosts}.`, `El correo de ${domain} va a ${hosts}.`))
    }
    if (route !== null) {
      return warn(
        say(
          `${domain} publishes no MX, so mail goes to its own address.`,
          `${domain} no publica ningún MX, así que el correo va a su propia dirección.`,
        ),
        say(
          'Publish an MX record, so that it is plain which server takes the mail.',
          'Publicar un registro MX para que quede claro qué servidor recibe el correo.',
        ),
      )
    }
    if (failure === null || failure.kind === 'domain-takes-no-mail') return null
    if (failure.kind === 'domain-has-no-server' || failure.kind === 'host-not-found') {
      const { happened, advice } = wordsOf(failure)
      return fail(happened, advice)
    }
    const { en, es } = titleOf(failure)
    return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
  },
}
