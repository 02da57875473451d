// What EHLO offers before TLS, after TLS and after login, each keyword explained, differences marked (RFC 3207 §4.2).
import { Table } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { explainKeyword } from '#shared/explain/keywords.ts'
import { type Answer, compareOffers } from '#shared/report/compare-offers.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Offers } from '#shared/values/report.ts'
import { say } from '../../ui/language.ts'
import { ReferenceLinks } from '../../ui/reference-links.tsx'
import classes from '../diagnose.module.css'

export function EhloTable({ offers: { beforeTls, afterTls, afterLogin } }: { offers: Offers }) {
  const { t } = useTranslation('diagnose')
  const columns: { name: string; answer: Answer }[] = [
    { name: t('before'), answer: beforeTls },
    { name: t('after'), answer: afterTls },
    ...(afterLogin === null ? [] : [{ name: t('afterLogin'), answer: afterLogin }]),
  ]
  const rows = compareOffers(columns.map(({ answer }) => answer))
  return (
    <section className={classes.block} aria-label={t('ehlo')}>
      <h2>{t('ehlo')}</h2>
      <Table className={classes.table} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={170}>{t('keyword')}</Table.Th>
            {columns.map(({ name }) => (
              <Table.Th key={name} w={140}>
                {name}
              </Table.Th>
            ))}
            <Table.Th>{t('meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ keyword, offered, differs }) => (
            <Table.Tr key={keyword} data-differs={differs || undefined}>
              <Table.Td>
                <code>{keyword}</code>
              </Table.Td>
              {columns.map(({ name, answer }, index) => (
                <Offered key={name} capability={offered[index] ?? null} hasEhlo={answer !== null} />
              ))}
              <Meaning capability={offered.findLast((one) => one !== null) ?? null} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {afterLogin === null && <p className={classes.small}>{t('noLoginAsked')}</p>}
    </section>
  )
}

function Offered({ capability, hasEhlo }: { capability: Capability | null; hasEhlo: boolean }) {
  const { t } = useTranslation('diagnose')
  if (!hasEhlo) return <Table.Td className={classes.absent}>{t('noEhlo')}</Table.Td>
  if (!capability) return <Table.Td className={classes.absent}>–</Table.Td>
  return (
    <Table.Td>
      {capability.parameters.length > 0 ? (
        <code>{capability.parameters.join(' ')}</code>
      ) : (
        <IconCheck size={15} className={classes.yes} role="img" aria-label={t('offered')} />
      )}
    </Table.Td>
  )
}

function Meaning({ capability }: { capability: Capability | null }) {
  if (!capability) return <Table.Td />
  const { text, reference } = explainKeyword(capability)
  return (
    <Table.Td className={classes.meaning}>
      {say(text)} {reference && <ReferenceLinks reference={reference} />}
    </Table.Td>
  )
}
