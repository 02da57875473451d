// The tools of the log, in one line: picture, filter, find, next error, side panel, earlier sessions, and more.
import {
  IconAlertSquareRounded,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconSearch,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { EarlierMenu } from './earlier-menu.tsx'
import { FilterBox } from './filter-box.tsx'
import type { Session } from './open-sessions.ts'
import { PictureSwitch } from './picture-switch.tsx'
import { goToNextError } from './session-actions.ts'
import { SessionMenu } from './session-menu.tsx'
import { viewStore } from './store.ts'
import { Tool } from './tool.tsx'
import classes from './toolbar.module.css'

export function Toolbar({ session }: { session: Session | undefined }) {
  return (
    <div className={classes.bar}>
      {session && <SessionTools session={session} />}
      <EarlierMenu />
      {session && <SessionMenu session={session} />}
    </div>
  )
}

function SessionTools({ session }: { session: Session }) {
  const { t } = useTranslation('transcript')
  const picture = useStore(viewStore, (store) => store.picture)
  const find = useStore(viewStore, (store) => store.find)
  const panel = useStore(viewStore, (store) => store.panel)
  const { setFind, setPanel } = viewStore.getState()
  return (
    <>
      <PictureSwitch />
      {picture === 'log' && (
        <>
          <FilterBox session={session} />
          <Tool label={t('find')} isOn={find.isOpen} onClick={() => setFind({ isOpen: !find.isOpen })}>
            <IconSearch size={16} />
          </Tool>
          <Tool label={t('nextError')} onClick={() => void goToNextError(1)}>
            <IconAlertSquareRounded size={16} />
          </Tool>
          <Tool label={t('panel')} isOn={panel.isOpen} onClick={() => setPanel({ isOpen: !panel.isOpen })}>
            {panel.isOpen ? <IconLayoutSidebarRightFilled size={16} /> : <IconLayoutSidebarRight size={16} />}
          </Tool>
        </>
      )}
      <span className={classes.rule} />
    </>
  )
}
