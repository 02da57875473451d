// A server that is spoiled in one way, and what one check says of it.
import { expect, it } from 'vitest'
import { createSink, type DiagnoseTarget, type DiagnoseTools } from '../../../../electron/engine/diagnose/index.ts'
import { diagnosed, resultsFor } from '../../../fakes/diagnosed.ts'
import { type Faults, faultyServer } from '../../../fakes/faulty-server.ts'

/** `result`: undefined where the question does not arise. */
export type FaultCase = readonly [
  id: string,
  when: string,
  faults: Faults,
  result: string | undefined,
  how?: {
    /** It takes mail for its domains; others take it from people. */
    readonly isMx?: true
    /** What it makes of a mail on the way to the sink; null where it keeps it. */
    readonly passesOn?: (mail: string) => string | null
    /** It says nothing to something, which is not waited for long. */
    readonly isSilent?: true
  },
]

type Wish = Partial<DiagnoseTarget> & { readonly tools?: Partial<DiagnoseTools> }

export function eachCase(cases: readonly FaultCase[], wish: (port: number) => Wish): void {
  const named = cases.map(([id, when, faults, result, how = {}]) => ({ id, when, faults, result, how }))
  it.concurrent.each(named)('$id of a server that $when', async ({ id, faults, result, how }) => {
    const sink = createSink()
    const passOn = (mail: string) => {
      const passed = how.passesOn?.(mail) ?? null
      if (passed !== null) sink.hear(Buffer.from(passed, 'latin1'))
    }
    await using server = await faultyServer({ ...faults, passOn })
    const { tools, ...target } = wish(server.port)
    const role = how.isMx ? { mxPort: server.port } : {}
    const patience = how.isSilent ? { replyTimeout: 0.5 } : {}
    const watched = how.passesOn === undefined ? {} : { sink, sinkSeconds: 0.2 }
    const report = await diagnosed(server.port, {
      ...target,
      only: [id],
      tools: { pauses: [], ...tools, ...role, ...patience, ...watched },
    })
    expect(resultsFor(report, id)[0]).toBe(result)
  })
}
