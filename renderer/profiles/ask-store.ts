// Single questions to the server of a profile, and what it answered since the dialog was opened.
import { createStore } from 'zustand/vanilla'
import type { ProfileEdit, SessionEvent } from '#shared/contract/profiles.ts'
import type { Answer, Question } from '#shared/values/question.ts'
import { api } from '../channel/api.ts'
import { idle, runSession, type SessionRun } from '../ui/session-run.ts'

type AskStore = {
  readonly run: SessionRun
  /** The latest first. */
  readonly answers: readonly Answer[]
  ask(edit: ProfileEdit, question: Question, label: string): Promise<void>
  forget(): void
}

export const askStore = createStore<AskStore>()((set, get) => ({
  run: idle,
  answers: [],
  ask: (edit, question, label) =>
    runSession(
      label,
      async (signal) =>
        hearing(await api.profiles.ask({ ...edit, questions: [question] }, { signal }), (answer) =>
          set({ answers: [answer, ...get().answers] }),
        ),
      (run) => set({ run }),
    ),
  forget() {
    const { run } = get()
    if (run.kind === 'running') run.stop()
    set({ run: idle, answers: [] })
  },
}))

/** The same events, with an ear for the answers among them. */
async function* hearing(events: AsyncIterable<SessionEvent>, hear: (answer: Answer) => void) {
  for await (const event of events) {
    if (event.kind === 'answer') hear(event.answer)
    yield event
  }
}
