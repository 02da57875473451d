// Shows the line of the log that proves a finding. Reports are kept longer than sessions: one that is gone is said to be gone.
import { notifications } from '@mantine/notifications'
import { failureOf, isNotFound } from '../ui/problem.ts'
import { showInLog } from '../ui/show-in-log.ts'

type Proof = { readonly session: string; readonly entry: number }

export async function showProof({ session, entry }: Proof, gone: string): Promise<void> {
  try {
    await showInLog(session, { kind: 'entry', index: entry })
  } catch (error) {
    notifications.show({ message: isNotFound(error) ? gone : failureOf(error).message, autoClose: 5000 })
  }
}
