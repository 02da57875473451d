// The inbox of the loopback server: the list as searched, and the mail that is open.
import { createStore } from 'zustand/vanilla'
import type { OpenedMail, ReceivedMail } from '#shared/values/received-mail.ts'
import { api } from '../channel/api.ts'

const page = 100

type InboxStore = {
  search: string
  /** One mailbox, or null for all. */
  recipient: string | null
  mails: readonly ReceivedMail[]
  total: number
  recipients: readonly string[]
  opened: OpenedMail | null
  read(): Promise<void>
  /** Shows what matches, from the newest on. */
  find(what: { search?: string; recipient?: string | null }): Promise<void>
  readOlder(): Promise<void>
  open(id: string): Promise<void>
  remove(ids: string[]): Promise<void>
  clear(): Promise<void>
}

export const inboxStore = createStore<InboxStore>()((set, get) => {
  const list = (offset: number, limit: number) => {
    const { search, recipient } = get()
    return api.inbox.list({ search, recipient, offset, limit })
  }
  return {
    search: '',
    recipient: null,
    mails: [],
    total: 0,
    recipients: [],
    opened: null,
    async read() {
      const { mails, total, recipients } = await list(0, Math.min(500, Math.max(page, get().mails.length)))
      set({ mails, total, recipients })
    },
    async find(what) {
      set({ ...what, mails: [] })
      await get().read()
    },
    async readOlder() {
      const { mails, total } = await list(get().mails.length, page)
      set({ mails: [...get().mails, ...mails], total })
    },
    async open(id) {
      set({ opened: await api.inbox.open({ id }) })
    },
    async remove(ids) {
      const { opened } = get()
      if (opened && ids.includes(opened.mail.id)) set({ opened: null })
      await api.inbox.remove({ ids })
      await get().read()
    },
    async clear() {
      set({ opened: null })
      await api.inbox.clear()
      await get().read()
    },
  }
})
