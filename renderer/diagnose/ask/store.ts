// What is going to be diagnosed, and how far: as it stands in the form.
import { createStore } from 'zustand/vanilla'
import { isDnsServer } from '#shared/address/dns-server.ts'
import { isDomain, parseMailbox } from '#shared/address/index.ts'
import type { DiagnosisWish } from '#shared/values/diagnosis.ts'
import { nobody, type Sending, senderOf } from './sending.ts'

export type Asking = Omit<DiagnosisWish, 'dnsServers' | 'sender'> & {
  sending: Sending
  /** As typed: servers with commas or spaces between them. */
  dnsServers: string
}

type AskStore = Asking & {
  aim(what: Pick<Asking, 'target' | 'profileId'>): void
  change(part: Partial<Asking>): void
}

export const askStore = createStore<AskStore>()((set) => ({
  target: '',
  profileId: null,
  level: 1,
  /** The person says that this one server is theirs; another target has to be said again. */
  isOwn: false,
  scanProfile: 'quick',
  tlsPolicy: 'bcp-195',
  dnsServers: '',
  blocklists: [],
  mailbox: null,
  triesAgain: false,
  sending: nobody,
  aim: (what) => set({ ...what, isOwn: false }),
  change: (part) => set(part),
}))

export const dnsServersIn = (typed: string): string[] => typed.split(/[\s,]+/).filter((server) => server !== '')

export const areDnsServers = (typed: string): boolean => dnsServersIn(typed).every(isDnsServer)
export const isBlocklist = (name: string): boolean => name.includes('.') && isDomain(name)

export const isMailbox = (text: string): boolean => parseMailbox(text).kind === 'mailbox'

export const wishOf = ({ target, dnsServers, mailbox, sending, ...wish }: Asking) => ({
  profileId: wish.profileId,
  level: wish.level,
  isOwn: wish.isOwn,
  scanProfile: wish.scanProfile,
  tlsPolicy: wish.tlsPolicy,
  blocklists: wish.blocklists,
  target: target.trim(),
  dnsServers: dnsServersIn(dnsServers),
  mailbox: wish.level === 3 ? mailbox : null,
  triesAgain: wish.level >= 2 && wish.triesAgain,
  sender: senderOf(sending),
})
