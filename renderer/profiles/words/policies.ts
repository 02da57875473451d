import { words } from '../../ui/words.ts'

/** The policies of the domains that mail goes to. */
export const policiesWords = words({
  en: {
    policies: 'Policies of the recipients’ domains',
    mtaSts: 'Honour MTA-STS',
    mtaStsWhy:
      'A domain can say, on a web page of its own, which servers take its mail, and that these must encrypt with a certificate that holds. Mail then goes nowhere else, and never unencrypted (RFC\u00a08461).',
    dane: 'Honour DANE',
    daneWhy:
      'A domain can publish the right certificate in DNS, signed (DNSSEC). Mail then goes to nobody else, whoever signed the certificate (RFC\u00a07672). This needs a DNS server that checks signatures: one on this computer, or the one set in Settings.',
  },
  es: {
    policies: 'Políticas de los dominios de destino',
    mtaSts: 'Respetar MTA-STS',
    mtaStsWhy:
      'Un dominio puede decir, en una página web propia, qué servidores reciben su correo y que deben cifrar con un certificado válido. Entonces el correo no va a ningún otro, ni nunca sin cifrar (RFC\u00a08461).',
    dane: 'Respetar DANE',
    daneWhy:
      'Un dominio puede publicar en el DNS, con firma (DNSSEC), cuál es el certificado bueno. Entonces el correo no va a nadie más, firme quien firme el certificado (RFC\u00a07672). Hace falta un servidor DNS que compruebe las firmas: uno en este equipo, o el indicado en Ajustes.',
  },
})
