// Files on their way from the page into a draft, a piece at a time, each with its progress and a way to cancel it.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { Attachment } from '#shared/values/draft.ts'

export type Upload = {
  readonly key: string
  readonly draftId: string
  readonly name: string
  readonly size: number
  readonly received: number
  readonly state: 'running' | 'failed'
  cancel(): void
}

export type Uploads = {
  uploads: readonly Upload[]
  /** Resolves with the attachment once all of it is kept; with null when it was cancelled or could not be read. */
  add(draftId: string, file: File, isInline: boolean): Promise<Attachment | null>
}

/** Octets of one piece: few calls for a large file, and progress that moves. */
export const pieceSize = 1024 * 1024

export function createUploads(api: Pick<Api, 'attachments'>) {
  return createStore<Uploads>()((set) => {
    const change = (key: string, part: Partial<Upload>) =>
      set(({ uploads }) => ({ uploads: uploads.map((one) => (one.key === key ? { ...one, ...part } : one)) }))
    const drop = (key: string) => set(({ uploads }) => ({ uploads: uploads.filter((one) => one.key !== key) }))

    return {
      uploads: [],
      async add(draftId, file, isInline) {
        const key = crypto.randomUUID()
        const abort = new AbortController()
        const cancel = () => {
          abort.abort()
          drop(key)
        }
        const { name, size } = file
        const upload: Upload = { key, draftId, name, size, received: 0, state: 'running', cancel }
        set(({ uploads }) => ({ uploads: [...uploads, upload] }))
        try {
          const attachment = await send(api, file, { draftId, isInline, signal: abort.signal }, (received) =>
            change(key, { received }),
          )
          drop(key)
          return attachment
        } catch {
          if (!abort.signal.aborted) change(key, { state: 'failed' })
          return null
        }
      },
    }
  })
}

type Sending = { readonly draftId: string; readonly isInline: boolean; readonly signal: AbortSignal }

async function send(
  { attachments }: Pick<Api, 'attachments'>,
  file: File,
  { draftId, isInline, signal }: Sending,
  tell: (received: number) => void,
): Promise<Attachment> {
  const { name, size } = file
  const type = file.type || 'application/octet-stream'
  const attachment = await attachments.begin({ draftId, name, type, size, isInline }, { signal })
  try {
    for (let at = 0; at < size; at += pieceSize) {
      const { received } = await attachments.append(
        { id: attachment.id, bytes: file.slice(at, at + pieceSize) },
        { signal },
      )
      tell(received)
    }
    return attachment
  } catch (error) {
    void attachments.remove({ id: attachment.id }).catch(() => undefined)
    throw error
  }
}
