// Exchange could not send on securely (4.7.321–325, 5.7.321–325): what is broken stands on the side of the recipient's domain.

import type { Words } from '../../../values/settings.ts'
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

type Hop = { readonly id: string; readonly detail: number; readonly title: Words; readonly rfc: string }

const hop = ({ id, detail, title, rfc }: Hop): ReplyCause => ({
  id,
  when: [{ providers: ['microsoft'], enhanced: new RegExp(`^[45]\\.7\\.${detail}$`) }],
  fault: 'recipient',
  title,
  advice: say(
    'Only the administrator of the recipient’s domain can mend it. A diagnosis of that domain shows what to tell them.',
    'Solo el administrador del dominio del destinatario puede arreglarlo. Un diagnóstico de ese dominio muestra qué decirle.',
  ),
  rfc,
  passes: false,
})

export const microsoftHopCauses: readonly ReplyCause[] = [
  hop({
    id: 'microsoft-hop-starttls',
    detail: 321,
    title: say('The recipient’s server offers no STARTTLS', 'El servidor del destinatario no ofrece STARTTLS'),
    rfc: 'RFC 3207 §4',
  }),
  hop({
    id: 'microsoft-hop-expired',
    detail: 322,
    title: say('The recipient’s certificate has expired', 'El certificado del destinatario ha caducado'),
    rfc: 'RFC 5280 §4.1.2.5',
  }),
  hop({
    id: 'microsoft-hop-tlsa',
    detail: 323,
    title: say('The recipient’s DANE records do not fit', 'Los registros DANE del destinatario no encajan'),
    rfc: 'RFC 7672 §2',
  }),
  hop({
    id: 'microsoft-hop-dnssec',
    detail: 324,
    title: say('The recipient’s DNSSEC is broken', 'El DNSSEC del destinatario está averiado'),
    rfc: 'RFC 7672 §2.1',
  }),
  hop({
    id: 'microsoft-hop-name',
    detail: 325,
    title: say(
      'The recipient’s certificate is for another name',
      'El certificado del destinatario es para otro nombre',
    ),
    rfc: 'RFC 7672 §3.2',
  }),
]
