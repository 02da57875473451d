// Every row of the benchmark, in the order of the table.
import type { Row } from '../row.ts'
import { loopback } from './loopback.ts'

export const rows: readonly Row[] = [...loopback]
