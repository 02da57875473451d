import { words } from '../../ui/words.ts'

/** What the domain publishes. */
export const recordsWords = words({
  en: {
    record_mx: 'Mail servers (MX)',
    record_spf: 'Who may send (SPF)',
    record_dkim: 'Keys of signatures (DKIM)',
    record_dmarc: 'What happens to forged mail (DMARC)',
    'record_mta-sts': 'Encryption on the way in (MTA-STS)',
    'record_tls-rpt': 'Reports on encryption (TLS-RPT)',
    record_dane: 'Certificates in the DNS (DANE)',
    record_bimi: 'The logo (BIMI)',
    record_caa: 'Who may issue certificates (CAA)',
    record_srv: 'Where programs find the servers (SRV)',
    lookups_one: '{{count}} lookup',
    lookups_other: '{{count}} lookups',
    lookupsOf: '{{count}} of {{most}} lookups',
  },
  es: {
    record_mx: 'Servidores de correo (MX)',
    record_spf: 'Quién puede enviar (SPF)',
    record_dkim: 'Claves de las firmas (DKIM)',
    record_dmarc: 'Qué pasa con el correo falsificado (DMARC)',
    'record_mta-sts': 'Cifrado en la entrada (MTA-STS)',
    'record_tls-rpt': 'Informes sobre el cifrado (TLS-RPT)',
    record_dane: 'Certificados en el DNS (DANE)',
    record_bimi: 'El logotipo (BIMI)',
    record_caa: 'Quién puede emitir certificados (CAA)',
    record_srv: 'Dónde encuentran los programas los servidores (SRV)',
    lookups_one: '{{count}} consulta',
    lookups_other: '{{count}} consultas',
    lookupsOf: '{{count}} de {{most}} consultas',
  },
})
