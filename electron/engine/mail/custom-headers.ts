// Header lines that a person adds: their names and values checked, those that describe the MIME structure refused.
import type { Draft } from '#shared/values/draft.ts'
import { smtpError } from '../smtp-error.ts'
import { checkedHeader } from './input-checks.ts'

type Header = Draft['headers'][number]

/** In their order; lines left empty on both sides are none. */
export function customHeaders(headers: readonly Header[]): Header[] {
  return headers
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }) => name !== '' || value !== '')
    .map(({ name, value }) => ({ name: checkedName(name), value: checkedHeader(value, `header ${name}`) }))
}

/** RFC 5322 §3.6.8: printable ASCII without the colon. */
const fieldName = /^[!-9;-~]+$/
/** They follow from what the mail is made of; a second one would make it unreadable. */
const structural = /^(mime-version|content-.*)$/i

function checkedName(name: string): string {
  checkedHeader(name, 'header name')
  const reason = !fieldName.test(name)
    ? 'is not the name of a header: it must be printable ASCII without spaces and colons'
    : structural.test(name)
      ? 'is written by Heloise itself'
      : null
  if (reason === null) return name
  const field = `header ${name}`
  throw smtpError('header-invalid', 'input', `"${name}" ${reason}. Nothing was sent.`, { facts: { field } })
}
