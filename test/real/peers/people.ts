// Who has a mailbox with the servers of these tests. Each logs in with the whole address.
export const people = {
  ana: { name: 'ana', address: 'ana@heloise.test', password: 'Caballo-grapa 7ñ€' },
  /** Whose password has a sign of ISO 8859-1, which DIGEST-MD5 wants to be treated as such (RFC 2831 §2.1.2.1). */
  luis: { name: 'luis', address: 'luis@heloise.test', password: 'contraseña' },
  /** Whose address needs SMTPUTF8. */
  jose: { name: 'josé', address: 'josé@heloise.test', password: 'correct-horse' },
} as const

export type Person = (typeof people)[keyof typeof people]
