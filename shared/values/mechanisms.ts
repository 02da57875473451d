// The SASL mechanisms that a profile can log in with, and what each wants from a person. Without zod: the engine reads it.

/** In the order in which a person looks for them. */
export const mechanisms = [
  'SCRAM-SHA-256-PLUS',
  'SCRAM-SHA-256',
  'SCRAM-SHA-1-PLUS',
  'SCRAM-SHA-1',
  'PLAIN',
  'LOGIN',
  'DIGEST-MD5',
  'CRAM-MD5',
  'NTLM',
  'XOAUTH2',
  'OAUTHBEARER',
  'EXTERNAL',
  'ANONYMOUS',
] as const
export type Mechanism = (typeof mechanisms)[number]

/** EXTERNAL leaves the proof to the client certificate; ANONYMOUS (RFC 4505) has none. */
export const needsSecret = (mechanism: Mechanism | 'automatic'): boolean =>
  mechanism !== 'EXTERNAL' && mechanism !== 'ANONYMOUS'

/** Whether the secret is an access token of OAuth 2.0, which no other mechanism may be given. */
export const takesToken = (mechanism: Mechanism | 'automatic'): boolean =>
  mechanism === 'XOAUTH2' || mechanism === 'OAUTHBEARER'
