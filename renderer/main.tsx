// The window starts here: settings first, so that the first paint has the right language and theme.
import { createRoot } from 'react-dom/client'
import { api } from './channel/api.ts'
import { fetchFirstScreen } from './frame/frame.tsx'
import { Window } from './frame/window.tsx'
import { settingsStore } from './settings/store.ts'
import { startLanguage } from './ui/language.ts'
import './ui/styles.ts'

async function start(root: HTMLElement): Promise<void> {
  fetchFirstScreen()
  const [info, settings] = await Promise.all([api.app.info(), api.settings.get()])
  await startLanguage(settings.language, info.locale)
  settingsStore.getState().adopt(settings)
  createRoot(root).render(<Window info={info} />)
}

const root = document.getElementById('root')
if (root) void start(root)
