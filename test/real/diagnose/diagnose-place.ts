// The diagnosis of one place of a real server, and the rows of the tables that say what it must come to.
import { expect, test } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { CheckResult, Report } from '#shared/values/report.ts'
import type { DiagnoseTarget, DiagnoseTools } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import { people } from '../peers/people.ts'

/** `mx`: the host of heloise.test. `submission`: STARTTLS and logins. `submissions`: TLS from the first octet. */
export type As = 'mx' | 'submission' | 'submissions'

export type Place = {
  readonly address: string
  readonly port: number
  /** Who vouches for its certificate (PEM); null for nobody. */
  readonly authority: string | null
  /** Ends a server that was started for this one place. */
  readonly end?: () => PromiseLike<void>
}

export type Results = Readonly<Record<string, CheckResult>>

export type RowWish = Pick<Partial<DiagnoseTarget>, 'scanProfile'> & {
  /** 2 without it. */
  readonly level?: 1 | 3
  /** Log in as Ana. */
  readonly isAna?: true
  /** The address that is connected from. */
  readonly from?: string
  /** Another address that the host has. */
  readonly alsoAt?: string
  readonly tools?: Partial<DiagnoseTools>
}

/** The results are those of the checks that are asked for, and no others are. */
export type Row<Name extends string> = readonly [place: Name, as: As, results: Results, wish?: RowWish]

export function testRows<Name extends string>(
  rows: readonly Row<Name>[],
  placeOf: (name: Name) => Place | Promise<Place>,
): void {
  for (const [name, as, results, wish] of rows) {
    test(`${name || 'plain'} as ${as}: ${words(results)}`, { concurrent: true, timeout: 180_000 }, async () => {
      const place = await placeOf(name)
      const report = await diagnosePlace(place, as, { ...wish, only: Object.keys(results) })
      await place.end?.()
      expect(resultsIn(report)).toEqual(results)
    })
  }
}

const words = (results: Results) =>
  [...Map.groupBy(Object.entries(results), ([, result]) => result)]
    .map(([result, entries]) => `${result} ${entries.map(([id]) => id).join(' ')}`)
    .join(', ')

function diagnosePlace(place: Place, as: As, wish: RowWish & { readonly only: readonly string[] }): Promise<Report> {
  const { address, port, authority } = place
  const { level = 2, isAna = false, from = null, alsoAt, scanProfile = 'quick', only } = wish
  const names = {
    mx: { 'heloise.test': [[10, 'localhost']] as const },
    addresses: { localhost: alsoAt === undefined ? [address] : [address, alsoAt] },
  }
  const access = {
    route: 'relay' as const,
    host: 'localhost',
    port,
    security: as === 'submissions' ? ('tls' as const) : ('starttls' as const),
    certificate: { pin: null, authorities: authority, name: null },
    connection: { ...usualConnection, localAddress: from },
    ehloName: null,
    proxySecret: null,
  }
  return diagnosed(port, {
    text: 'heloise.test',
    access: as === 'mx' ? null : access,
    ...(authority === null ? {} : { authorities: authority }),
    level,
    only,
    scanProfile,
    credentials: isAna ? { user: people.ana.address, secret: people.ana.password } : null,
    tools: {
      resolver: fakeResolver(names),
      replyTimeout: 20,
      pauses: [10],
      idleSeconds: 2,
      ...(as === 'mx' ? { mxPort: port } : {}),
      ...wish.tools,
    },
  })
}

/** Of several places that a check is asked at, all have to agree. */
function resultsIn({ checks }: Report): Record<string, string> {
  const found = Map.groupBy(checks, ({ id }) => id)
  return Object.fromEntries(
    [...found].map(([id, findings]) => [id, [...new Set(findings.map(({ result }) => result))].join(' and ')]),
  )
}
