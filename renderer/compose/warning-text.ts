// A warning in the person's words.
import { t } from 'i18next'
import type { Warning } from '#shared/compose/warnings.ts'

/** Serious ones ask before the mail goes; the others are only shown. */
export const isSerious = ({ kind }: Warning): boolean => serious.has(kind)

const serious: ReadonlySet<Warning['kind']> = new Set([
  'attachment-forgotten',
  'bcc-shown',
  'bcc-in-source',
  'not-sent-to',
])

export function warningText(warning: Warning): string {
  switch (warning.kind) {
    case 'attachment-forgotten':
      return t('compose:warn-attachment-forgotten', { phrase: warning.phrase })
    case 'bcc-shown':
      return t('compose:warn-bcc-shown', { address: warning.address })
    case 'from-differs':
      return t('compose:warn-from-differs', { account: warning.account })
    case 'envelope-sender-differs':
      return warning.address === ''
        ? t('compose:warn-null-sender')
        : t('compose:warn-envelope-sender-differs', { address: warning.address })
    case 'not-sent-to':
    case 'hidden-recipients':
      return t(`compose:warn-${warning.kind}`, { addresses: warning.addresses.join(', ') })
    case 'header-missing':
      return t('compose:warn-header-missing', { name: warning.name })
    case 'line-too-long':
      return t('compose:warn-line-too-long', { line: warning.line, octets: warning.octets })
    case 'no-subject':
    case 'no-text':
    case 'bcc-in-source':
      return t(`compose:warn-${warning.kind}`)
  }
}
