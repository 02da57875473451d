// A page that has something on its way asks not to be closed: then the person decides.
import { type BrowserWindow, dialog } from 'electron'
import { menuWords } from './menu-words.ts'

export function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const words = menuWords()
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: words.leaveTitle,
      detail: words.leaveDetail,
      buttons: [words.leave, words.stay],
      defaultId: 1,
      cancelId: 1,
    })
    // To prevent this event is to let the page go.
    if (answer === 0) event.preventDefault()
  })
}
