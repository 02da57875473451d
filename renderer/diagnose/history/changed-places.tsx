// What each place does otherwise than before: offers, TLS, certificates, records.
import { Table } from '@mantine/core'
import type { PlaceChange } from '#shared/report/compare.ts'
import { comparisonWords } from '#shared/report/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { say } from '../../ui/language.ts'
import styles from './comparison.module.css'

export function ChangedPlaces({ places }: { places: readonly PlaceChange[] }) {
  return places.map(({ place, facts }) => (
    <section key={place} aria-label={place}>
      <h3 className={styles.kind}>{place}</h3>
      <Table className={styles.facts} verticalSpacing={4} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">{say(comparisonWords.what)}</Table.Th>
            <Table.Th>{say(comparisonWords.earlier)}</Table.Th>
            <Table.Th>{say(comparisonWords.later)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map(({ name, before, after }) => (
            <Table.Tr key={name.en}>
              <Table.Th scope="row">{say(name)}</Table.Th>
              <Value value={before} kind="gone" />
              <Value value={after} kind="come" />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  ))
}

function Value({ value, kind }: { value: Words | null; kind: 'gone' | 'come' }) {
  return value === null ? (
    <Table.Td className={styles.nothing}>–</Table.Td>
  ) : (
    <Table.Td data-kind={kind}>{say(value)}</Table.Td>
  )
}
