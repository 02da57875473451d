// The one-time word by which the content security policy knows our style elements, and those of the libraries.
import { setNonce } from 'get-nonce'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// The library behind modal windows asks here before it writes its style element.
setNonce(nonce)

export const styleNonce = (): string => nonce
