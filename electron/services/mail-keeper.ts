// Keeps the mails that the loopback server took: those of the same moment in one write, since a write costs more than a mail.
// Nobody is answered before his mail is kept.
import type { MailStore, WholeMail } from '../storage/mails.ts'

export type MailKeeper = {
  /** A mail begins to come in. */
  expect(): ExpectedMail
}
export type ExpectedMail = {
  /** Resolves once the mail is in storage. */
  keep(mail: WholeMail): Promise<void>
  /** It will not come. */
  forget(): void
}

/** Milliseconds that a mail waits, at most, for others that are just coming in. */
const patience = 2

export function createMailKeeper(store: MailStore): MailKeeper {
  let expected = 0
  let waiting: { readonly mail: WholeMail; readonly end: PromiseWithResolvers<void> }[] = []
  let timer: NodeJS.Timeout | undefined

  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const now = waiting
    waiting = []
    try {
      store.add(now.map(({ mail }) => mail))
      for (const { end } of now) end.resolve()
    } catch (trouble) {
      for (const { end } of now) end.reject(trouble)
    }
  }

  const writeSoon = () => {
    if (waiting.length === 0) return
    if (expected === 0) write()
    else timer ??= setTimeout(write, patience)
  }

  const arrive = () => {
    expected -= 1
    writeSoon()
  }

  return {
    expect() {
      expected += 1
      return {
        keep(mail) {
          const end = Promise.withResolvers<void>()
          waiting.push({ mail, end })
          arrive()
          return end.promise
        },
        forget: arrive,
      }
    },
  }
}
