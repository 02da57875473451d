// Between the page and the app: takes one end of the page's channel over. The page sees no more of Electron than a mark.
import { contextBridge, ipcRenderer } from 'electron'

/** As much of the page's window as is needed here: this floor has no DOM types. */
declare const window: {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
}
type PageMessage = {
  readonly source: unknown
  readonly data: unknown
  readonly ports: readonly InstanceType<typeof MessagePort>[]
}

contextBridge.exposeInMainWorld('heloise', { door: 'desktop' })

window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === 'heloise:channel') ipcRenderer.postMessage('heloise:channel', null, [...ports])
})
