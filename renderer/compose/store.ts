// The stores of this window's compose screen, on the channel of the window.
import { api } from '../channel/api.ts'
import { createComposer } from './composer.ts'
import { createDraftList } from './draft-list.ts'
import { createMany } from './many.ts'
import { createUploads } from './uploads.ts'

export const composerStore = createComposer(api)
export const draftListStore = createDraftList(api)
export const manyStore = createMany(api)
export const uploadStore = createUploads(api)
