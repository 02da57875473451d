// Advice that holds for every server, and beside it the setting by which a known software follows it.
import type { Provider } from '#shared/explain/provider.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'

/** As it stands in the configuration; no language. */
export type Settings = Readonly<Partial<Record<keyof typeof names, string>>>

/** Whole sentences, and what is said behind them. */
export type Advice = Words & { readonly settings?: Settings }

const names = { postfix: 'Postfix', exim: 'Exim', opensmtpd: 'OpenSMTPD', dovecot: 'Dovecot' } as const

export const advise = (en: string, es: string, settings: Settings): Advice => ({ ...say(en, es), settings })

/** Where nobody knows the software, Postfix is the example; where it is known, no other one is named. */
export function adviceFor({ en, es, settings = {} }: Advice, software: Provider | null): Words {
  const name = software ?? 'postfix'
  const setting = isConfigured(name) ? settings[name] : undefined
  if (!isConfigured(name) || setting === undefined) return say(en, es)
  return software === null
    ? say(`${en} For example, in ${names[name]}: ${setting}.`, `${es} Por ejemplo, en ${names[name]}: ${setting}.`)
    : say(`${en} In ${names[name]}: ${setting}.`, `${es} En ${names[name]}: ${setting}.`)
}

const isConfigured = (name: Provider): name is keyof typeof names => name in names
