// The TXT record at `_mta-sts` that announces a policy (RFC 8461 §3.1). Pure.

export type StsRecord =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'absent' }
  /** Something is published that senders must not use. */
  | { readonly kind: 'invalid'; readonly reason: string }

/** `texts`: every TXT record of the name, its strings put together. */
export function readStsRecord(texts: readonly string[]): StsRecord {
  // RFC 8461 §3.1: records that begin otherwise are somebody else's.
  const [first, ...others] = texts.filter((text) => /^v=STSv1[ \t]*;/.test(text))
  if (first === undefined) return { kind: 'absent' }
  if (others.length > 0) return invalid('there are several records')
  const [, ...fields] = first.split(';').map((field) => field.trim())
  if (fields.at(-1) === '') fields.pop()
  const wrong = fields.find((field) => !fieldForm.test(field))
  if (wrong !== undefined) return invalid(`“${wrong}” is no field`)
  // Of a field that stands twice the first one counts.
  const id = fields.find((field) => field.startsWith('id='))?.slice('id='.length)
  if (id === undefined) return invalid('it has no id')
  return /^[a-z\d]{1,32}$/i.test(id)
    ? { kind: 'record', id }
    : invalid('its id is not made of 1 to 32 letters and digits')
}

const fieldForm = /^[a-z\d][\w.-]{0,31}=[!-:<>-~]+$/i

const invalid = (reason: string): StsRecord => ({ kind: 'invalid', reason })
