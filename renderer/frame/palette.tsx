// The command palette: every action that the window offers now, by name.
import { Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { actionStore, actionsOf } from './actions.ts'
import { shownKeys } from './shown-keys.ts'

export function Palette() {
  const { t } = useTranslation('frame')
  const actions = actionsOf(useStore(actionStore))
  return (
    <Spotlight
      shortcut={null}
      scrollable
      maxHeight={360}
      nothingFound={t('paletteEmpty')}
      searchProps={{ placeholder: t('palette'), 'aria-label': t('palette') }}
      actions={actions.map(({ id, label, keys, run }) => ({
        id,
        label,
        onClick: run,
        rightSection: keys && <Kbd size="xs">{shownKeys(keys)}</Kbd>,
      }))}
    />
  )
}
