// Shows the line of the log that proves a finding. Reports are kept longer than sessions: one that is gone is said to be gone.
import { notifications } from '@mantine/notifications'
import { t } from 'i18next'
import { failureOf, isNotFound } from '../problem.ts'
import { showInLog } from '../show-in-log.ts'

type Proof = { readonly session: string; readonly entry: number }

export async function showProof({ session, entry }: Proof): Promise<void> {
  try {
    await showInLog(session, { kind: 'entry', index: entry })
  } catch (error) {
    const message = isNotFound(error) ? t('logGone', { ns: 'finding' }) : failureOf(error).message
    notifications.show({ message, autoClose: 5000 })
  }
}
