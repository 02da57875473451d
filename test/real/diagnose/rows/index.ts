// All tables of what the diagnosis must say of real servers.
import type { Results } from '../diagnose-place.ts'
import { dovecotRows, eximRows, oldOpenSmtpdRows, openSmtpdRows, sinkRows } from './other-servers.ts'
import { postfixRows } from './postfix.ts'
import { postfixTlsRows } from './postfix-tls.ts'
import { gnutlsRows, javaRows, nssRows, opensslRows } from './tls-libraries.ts'
import { hostsRows } from './two-hosts.ts'

export const allResults: readonly Results[] = [
  ...[postfixRows, postfixTlsRows, eximRows, openSmtpdRows, oldOpenSmtpdRows, dovecotRows, sinkRows],
  ...[javaRows, gnutlsRows, nssRows, opensslRows],
]
  .flatMap((rows) => rows.map(([, , results]) => results))
  .concat(hostsRows.map(([, , , results]) => results))
