import { words } from '../../ui/words.ts'

/** The map of the places, and the choice of one. */
export const placesWords = words({
  en: {
    targetNode: 'Target',
    mxNode: 'Takes mail (MX)',
    hostNode: 'Server',
    addressNode4: 'IPv4',
    addressNode6: 'IPv6',
    noAddress: 'no address',
    state_open: 'open',
    state_broken: 'broke off',
    state_closed: 'closed',
    place: 'Place',
    noTlsShort: 'no TLS',
    untrustedShort: 'not trusted',
  },
  es: {
    targetNode: 'Destino',
    mxNode: 'Recibe correo (MX)',
    hostNode: 'Servidor',
    addressNode4: 'IPv4',
    addressNode6: 'IPv6',
    noAddress: 'sin dirección',
    state_open: 'abierto',
    state_broken: 'se interrumpió',
    state_closed: 'cerrado',
    place: 'Lugar',
    noTlsShort: 'sin TLS',
    untrustedShort: 'no es de confianza',
  },
})
