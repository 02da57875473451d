// The chapter `diagnose`: what a server offers, and what is wrong with it; and the history of what was found.
import type { DiagnosisWish, PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { Report } from '#shared/values/report.ts'
import type { DiagnoseTarget, DiagnoseTools } from '../engine/diagnose/index.ts'
import { answer, notFound } from './answer.ts'
import { settingsOf } from './app.ts'
import { createDiagnosisRuns } from './diagnosis-runs.ts'
import { passwordLogin } from './password-login.ts'
import { storedProxySecret } from './proxy-secret.ts'
import { senderWish } from './sender-wish.ts'
import type { ServiceTools } from './tools.ts'

/** Loaded when it is needed and not before: no room has more code. */
const loaded = () => import('../engine/diagnose/index.ts')

export function createDiagnose(tools: ServiceTools) {
  const { storage, hub, resolver, vault, changes, sink, printReport, now } = tools
  const runs = createDiagnosisRuns()
  const find = (id: string) => {
    const stored = storage.diagnoses.get(id)
    if (stored === null) throw notFound(id)
    return stored
  }
  const profileOf = (profileId: string): Profile => {
    const stored = storage.profiles.get(profileId)
    if (stored === null) throw notFound(profileId)
    return stored.profile
  }
  const targetOf = async ({
    target: text,
    profileId,
    dnsServers: _,
    ...wish
  }: DiagnosisWish): Promise<DiagnoseTarget> => {
    const profile = profileId === null ? null : profileOf(profileId)
    const sender = await senderWish(wish.sender, profile, storage)
    if (profile === null) return { text, access: null, ...wish, sender }
    const access = { ...profile, proxySecret: await storedProxySecret(profile, vault) }
    const credentials = wish.level === 3 ? await passwordLogin(profile, tools) : null
    return { text, access, credentials, ...wish, sender }
  }
  const toolsFor = (dnsServers: readonly string[], signal: AbortSignal): DiagnoseTools => {
    const settings = settingsOf(storage)
    return {
      recorder: hub.recorder('diagnose'),
      resolver: resolver(dnsServers.length > 0 ? dnsServers : settings.dnsServers),
      signal,
      replyTimeout: settings.replyTimeout,
      sink,
      now: () => new Date(now()),
    }
  }
  /** What could not begin for what was typed is nothing to come back to. */
  const keep = (asked: Pick<PastDiagnosis, 'id' | 'level' | 'profileId'>, report: Report) => {
    const { target, role, startedAt, durationMs, connections, summary, failure } = report
    if (failure?.stage === 'input') return
    storage.diagnoses.add({ ...asked, target, role, startedAt, durationMs, connections, summary, failure }, report)
    changes.publish('diagnoses')
  }

  return {
    budget: answer.diagnose.budget.handler(async ({ input, signal = new AbortController().signal }) => {
      const { budgetOf } = await loaded()
      const { endpoints, ...rest } = await budgetOf(await targetOf(input), toolsFor(input.dnsServers, signal))
      return { ...rest, endpoints: [...endpoints] }
    }),
    run: answer.diagnose.run.handler(async ({ input, signal }) => {
      const target = await targetOf(input)
      const { diagnose } = await loaded()
      return runs.follow(signal, {
        diagnose: (signal) => diagnose(target, toolsFor(input.dnsServers, signal)),
        keep: (id, report) => keep({ id, level: input.level, profileId: input.profileId }, report),
      })
    }),
    stop: answer.diagnose.stop.handler(({ input }) => runs.stop(input.id)),
    history: answer.diagnose.history.handler(() => storage.diagnoses.list()),
    past: answer.diagnose.past.handler(({ input }) => find(input.id)),
    pdf: answer.diagnose.pdf.handler(async ({ input: { id, laterId, language } }) => {
      const ids = laterId === null ? [id] : [id, laterId]
      for (const each of ids) find(each)
      if (printReport === null) throw new Error('There is nothing here to print with.')
      return new Blob([await printReport(ids, language)], { type: 'application/pdf' })
    }),
    forget: answer.diagnose.forget.handler(({ input }) => {
      find(input.id)
      storage.diagnoses.remove(input.id)
      changes.publish('diagnoses')
    }),
  }
}
