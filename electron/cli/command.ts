// What every command is made with, and how its help ends.
import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** Takes a command's exit status; a command that threw has none. */
export type End = (status: number) => void

/** Makes a command of the program. */
export type CommandMaker = (terminal: Terminal, end: End) => Command

/** Collects an option that may be repeated. */
export const append = (value: string, before: readonly string[] = []): string[] => [...before, value]

/** Commands to copy, below the options. */
export const examples = ({ words }: Terminal, lines: readonly string[]) =>
  [`\n${words.help.examples}`, ...lines.map((line) => `  $ ${line}`)].join('\n')

type Status = keyof Terminal['words']['help']['status']

/** What a command's exit statuses stand for. */
export function statuses({ words }: Terminal, wanted: readonly Status[]): string {
  const lines = wanted.map((status) => `  ${String(status).padStart(3)}  ${words.help.status[status]}`)
  return [`\n${words.help.statuses}`, ...lines].join('\n')
}
