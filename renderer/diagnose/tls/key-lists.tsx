// What keys are agreed on and signed with: groups and signatures for each version, and the parameters of DHE.
import { useTranslation } from 'react-i18next'
import { tlsTerms } from '#shared/explain/tls-scan.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import { say } from '../../ui/language.ts'
import classes from './tls.module.css'

type Row = { readonly name: string; readonly value: string; readonly note: string | null }

export function KeyLists({ scan }: { scan: TlsScan }) {
  const { t } = useTranslation('diagnose')
  const groups: Row[] = scan.groups.map(({ version, order, groups, isComplete }) => ({
    name: `${t('groupsOf')} ${version}`,
    value: groups.map(({ name }) => name).join(', '),
    note: [say(tlsTerms.orders[order]), ...(isComplete ? [] : [t('notComplete')])].join(' · '),
  }))
  const dh: Row[] = scan.dh.map(({ version, bits, prime }) => ({
    name: `DHE ${version}`,
    value: `${bits} bit`,
    note: prime ?? t('ownPrime'),
  }))
  const signatures: Row[] = scan.signatures.map(({ version, key, signatures, unasked }) => ({
    name: `${t('signaturesOf')} ${version} · ${key}`,
    value: signatures.map(({ name }) => name).join(', '),
    note: unasked === null ? null : t('unasked', { name: unasked }),
  }))
  const rows = [...groups, ...dh, ...signatures]
  if (rows.length === 0) return null
  return (
    <>
      <h2>{t('keys')}</h2>
      <dl className={classes.lists}>
        {rows.map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value || '–'}</code>
              {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
