// The one-time word by which the content security policy knows our style elements.

const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
export const styleNonce = (): string => meta?.content ?? ''
