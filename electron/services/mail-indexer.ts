// Reads received mails for what their header does not tell: their words, for searching, and how many files are in them. It waits
// until no more mails come, so that no client waits for it.
import { setImmediate as turn } from 'node:timers/promises'
import { openMail, wordsOf } from '../engine/mail/index.ts'
import type { IndexedMail, MailStore } from '../storage/mails.ts'

export type MailIndexer = {
  /** There is something to read. */
  later(): void
  /** Reads at once what there is to read. */
  finish(): Promise<void>
  /** What was not read is at the next start. */
  stop(): Promise<void>
}

/** Milliseconds without a new mail after which reading begins. */
const pause = 100
/** Mails whose words are written together. */
const portion = 20
/** Mails that one search waits for. */
const most = 10_000

export function createMailIndexer(mails: MailStore, onIndexed: () => void): MailIndexer {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let running: Promise<void> = Promise.resolve()

  const read = async (ids: readonly string[], mayGoOn: () => boolean) => {
    const found: IndexedMail[] = []
    for (const id of ids) {
      if (!mayGoOn()) break
      found.push(await indexed(mails, id))
      await turn()
    }
    if (isStopped || found.length === 0) return
    mails.index(found)
    onIndexed()
  }

  const readAll = async (mayGoOn: () => boolean) => {
    const ids = isStopped ? [] : mails.unindexed(most)
    for (let at = 0; at < ids.length && mayGoOn(); at += portion) await read(ids.slice(at, at + portion), mayGoOn)
  }

  const inTurn = (mayGoOn: () => boolean) => {
    running = running.then(() => readAll(mayGoOn)).catch(console.error)
    return running
  }

  const begin = () => {
    const mine = timer
    void inTurn(() => !isStopped && timer === mine)
  }

  return {
    later() {
      clearTimeout(timer)
      if (!isStopped) timer = setTimeout(begin, pause)
    },
    finish: () => inTurn(() => !isStopped),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** A mail whose bytes are gone says nothing. */
async function indexed(mails: MailStore, id: string): Promise<IndexedMail> {
  try {
    const content = await openMail(await mails.source(id))
    return { id, attachmentCount: content.parts.filter(({ isInline }) => !isInline).length, text: wordsOf(content) }
  } catch {
    return { id, attachmentCount: 0, text: '' }
  }
}
