// Every row of the benchmark, in the order of the table.
import type { Row } from '../row.ts'
import { attachment } from './attachment.ts'
import { coldStart } from './cold-start.ts'
import { distance } from './distance.ts'
import { fullReport } from './full-report.ts'
import { inFlight } from './in-flight.ts'
import { liveLog } from './live-log.ts'
import { loopback } from './loopback.ts'
import { memory, received } from './memory.ts'
import { receiving } from './receiving.ts'
import { suites } from './suites.ts'
import { window } from './window.ts'

export const rows: readonly Row[] = [
  ...loopback,
  inFlight,
  ...distance,
  attachment,
  coldStart,
  ...receiving,
  memory,
  received,
  suites,
  fullReport,
  liveLog,
  window,
]
