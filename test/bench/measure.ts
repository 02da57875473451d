// Measures a row: its contenders take turns, round after round, so that what the machine does besides is shared by all.
import { isAbsent, type Measured, type RowResult, resultOf } from './figures.ts'
import type { Figures, Row, Size } from './row.ts'

export async function measure(row: Row, size: Size): Promise<RowResult> {
  await using servers = new AsyncDisposableStack()
  const contenders = await row.open(servers, size)
  const rounds = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < (size.isQuick ? 1 : row.rounds); round += 1) {
    for (const one of contenders) if (!isAbsent(one)) rounds.get(one.name)?.push(await one.run())
  }
  const measured = contenders.map(
    (one): Measured => ({
      name: one.name,
      rounds: rounds.get(one.name) ?? [],
      missing: isAbsent(one) ? one.missing : null,
    }),
  )
  return resultOf(row, measured)
}
