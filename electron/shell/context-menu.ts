// The menu of a right click in a page: what can be done with the text under it.
import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron'
import { menuWords } from './menu-words.ts'

export function showContextMenu(window: BrowserWindow, params: ContextMenuParams): void {
  const items = contextItems(window, params)
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
}

function contextItems(window: BrowserWindow, params: ContextMenuParams): MenuItemConstructorOptions[] {
  const words = menuWords()
  const { editFlags, isEditable, selectionText, dictionarySuggestions } = params
  if (!isEditable) return selectionText ? [{ role: 'copy', label: words.copy }] : []
  const suggestions = dictionarySuggestions.map((word) => ({
    label: word,
    click: () => window.webContents.replaceMisspelling(word),
  }))
  return [
    ...suggestions,
    ...(suggestions.length > 0 ? [{ type: 'separator' as const }] : []),
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ]
}
