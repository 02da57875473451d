// The scenarios by group, a line each, for the end of the help.
import type { Command } from 'commander'
import { scenarioGroupTexts, scenarioTexts } from '#shared/explain/scenarios/index.ts'
import { scenarioGroups, scenarios } from '#shared/values/scenarios.ts'
import type { Terminal } from '../terminal.ts'

const widest = Math.max(...scenarios.map(({ length }) => length))

export function scenarioList(command: Command, { language, words }: Terminal): string {
  const helper = command.createHelp()
  const groups = scenarioGroups.map(({ name: group, scenarios: names }) => {
    const lines = names.map((name) => {
      const text = scenarioTexts[name]
      return helper.formatItem(`  ${name}`, widest + 2, `${text.name[language]}: ${text.happens[language]}`, helper)
    })
    return [`  ${scenarioGroupTexts[group][language]}`, ...lines].join('\n')
  })
  return [`\n${words.help.loopback.scenarios}`, ...groups].join('\n')
}
