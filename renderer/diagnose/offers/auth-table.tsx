// The logins that are offered before and after TLS, and which of them are safe.
import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import type { Offers } from '#shared/values/report.ts'
import { say } from '../../ui/language.ts'
import classes from '../diagnose.module.css'

export function AuthTable({ auth }: Pick<Offers, 'auth'>) {
  const { t } = useTranslation('diagnose')
  return (
    <section className={classes.block} aria-label={t('auth')}>
      <h2>{t('auth')}</h2>
      {auth.length === 0 ? (
        <p className={classes.plain}>{t('noAuth')}</p>
      ) : (
        <Table className={classes.table} verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={170}>{t('mechanism')}</Table.Th>
              <Table.Th w={150}>{t('before')}</Table.Th>
              <Table.Th w={150}>{t('after')}</Table.Th>
              <Table.Th>{t('verdict')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {auth.map(({ mechanism, beforeTls, afterTls, verdict }) => (
              <Table.Tr key={mechanism} data-differs={(beforeTls && verdict !== 'safe') || undefined}>
                <Table.Td>
                  <code>{mechanism}</code>
                </Table.Td>
                <Table.Td>{t(beforeTls ? 'offered' : 'notOffered')}</Table.Td>
                <Table.Td>{t(afterTls ? 'offered' : 'notOffered')}</Table.Td>
                <Table.Td className={classes.meaning}>
                  <strong>{t(`verdict_${verdict}`)}.</strong> {say(explainMechanism(mechanism).text)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}
