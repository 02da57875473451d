// Versions × suites: where each suite is offered, and its place where the server has an order of its own.
import { Table } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { tlsTerms } from '#shared/explain/tls-scan.ts'
import { type SuiteRow, suiteTable } from '#shared/report/suite-table.ts'
import type { SuiteList } from '#shared/values/tls-scan.ts'
import { say } from '../../ui/language.ts'
import classes from './tls.module.css'

export function SuiteMatrix({ suites }: { suites: readonly SuiteList[] }) {
  const { t } = useTranslation('diagnose')
  const { lists, rows } = suiteTable(suites)
  if (rows.length === 0) return null
  return (
    <>
      <h2>{t('suites')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes.wide} tabIndex={0} aria-label={t('suites')}>
        <Table className={classes.matrix} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('suite')}</Table.Th>
              {lists.map((list) => (
                <Table.Th key={list.version}>
                  {list.version}
                  <small>{say(tlsTerms.orders[list.order])}</small>
                  {list.yieldsToChacha && <small>{t('yieldsToChacha')}</small>}
                  {!list.isComplete && <small data-bad>{t('notComplete')}</small>}
                </Table.Th>
              ))}
              <Table.Th>{t('noteworthy')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.suite.id} row={row} lists={lists} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  )
}

function Row({ row: { suite, places }, lists }: { row: SuiteRow; lists: readonly SuiteList[] }) {
  const { t } = useTranslation('diagnose')
  const flags = suite.flags.map((flag) => say(tlsTerms.flags[flag]))
  return (
    <Table.Tr data-strength={suite.strength}>
      <Table.Th scope="row">
        <code>{suite.name}</code>
      </Table.Th>
      {lists.map(({ version, order }, index) => {
        const place = places[index] ?? null
        return (
          <Table.Td key={version} className={classes.cell} data-offered={place !== null || undefined}>
            {place === null ? (
              '–'
            ) : order === 'server' ? (
              place
            ) : (
              <IconCheck size={15} role="img" aria-label={t('offered')} />
            )}
          </Table.Td>
        )
      })}
      <Table.Td className={classes.remark}>
        <span className={classes.strength}>{say(tlsTerms.strengths[suite.strength])}</span>
        {[`${suite.bits} bit`, ...flags].join(' · ')}
      </Table.Td>
    </Table.Tr>
  )
}
