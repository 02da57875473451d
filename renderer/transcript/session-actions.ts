// What a person does with a whole session: takes it away as a file, as text, or as a command of another tool.
import { notifications } from '@mantine/notifications'
import { t } from 'i18next'
import { type CommandTool, equivalentCommand } from '#shared/transcript/equivalent-command.ts'
import type { ExportFormat, Transcript } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'
import { saveFile } from '../ui/save-file.ts'
import { copyAll, copySelected, copyText } from './copy-rows.ts'
import { transcriptStore, viewStore } from './store.ts'

export async function exportSession(id: string, format: ExportFormat): Promise<void> {
  const { name, type, text } = await api.transcripts.export({ id, format })
  await saveFile(name, text, type)
}

export async function copyCommand(transcript: Transcript, tool: CommandTool): Promise<void> {
  const entries = await transcriptStore.getState().entriesOf(transcript.id, mostForCommand)
  const command = equivalentCommand(transcript, entries, tool)
  if (command === null) return tell('commandNone')
  await copyText(command)
  tell('copied', command)
}

export async function copyWhole(id: string): Promise<void> {
  await copyAll(id)
  tell('copied')
}

export async function copySelection(): Promise<void> {
  await copySelected()
  tell('copied')
}

export async function goToNextError(step: 1 | -1): Promise<void> {
  if (!(await viewStore.getState().nextError(step))) tell('noErrors')
}

function tell(word: 'copied' | 'commandNone' | 'noErrors', detail?: string): void {
  notifications.show({ title: t(word, { ns: 'transcript' }), message: detail, autoClose: 3500 })
}

/** Beyond it there are only more recipients and mails. */
const mostForCommand = 5000
