// Filters the rows: by text here, by direction and stage in what unfolds below.
import { ActionIcon, Checkbox, Popover } from '@mantine/core'
import { IconFilter, IconFilterFilled, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { stages } from '#shared/values/stage.ts'
import { isFiltering, noFilter, toggled } from './filter.ts'
import type { Session } from './open-sessions.ts'
import { barWords } from './session-look.ts'
import { viewStore } from './store.ts'
import classes from './toolbar.module.css'

export function FilterBox({ session }: { session: Session }) {
  const { t } = useTranslation('transcript')
  const { filter } = useStore(viewStore, (store) => store.view())
  useStore(viewStore, (store) => store.revision)
  const { setFilter, rows } = viewStore.getState()
  const isActive = isFiltering(filter)
  return (
    <div className={classes.filter} data-active={isActive || undefined}>
      <input
        className={classes.field}
        aria-label={t('filter')}
        placeholder={t('filter')}
        value={filter.text}
        onChange={(event) => setFilter({ text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && setFilter(noFilter)}
      />
      {isActive && (
        <>
          <span className={classes.lines} title={t('filterRows', { lines: `${rows().count} / ${session.length}` })}>
            {rows().count}
          </span>
          <ActionIcon
            size={20}
            aria-label={t('filterClear')}
            title={t('filterClear')}
            onClick={() => setFilter(noFilter)}
          >
            <IconX size={13} />
          </ActionIcon>
        </>
      )}
      <Popover position="top-end" shadow="md" withinPortal trapFocus>
        <Popover.Target>
          <ActionIcon size={24} color={isActive ? 'ink' : 'gray'} aria-label={t('filterMore')} title={t('filterMore')}>
            {isActive ? <IconFilterFilled size={14} /> : <IconFilter size={14} />}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Choices />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

const directions = ['client', 'server', 'event'] as const
const shownStages = stages.filter((stage) => stage !== 'input')

function Choices() {
  const { t } = useTranslation('transcript')
  const { filter } = useStore(viewStore, (store) => store.view())
  const { setFilter } = viewStore.getState()
  return (
    <div className={classes.choices}>
      <fieldset className={classes.group}>
        <legend>{t('direction')}</legend>
        {directions.map((direction) => (
          <Checkbox
            key={direction}
            size="xs"
            label={t(direction)}
            checked={filter.directions.has(direction)}
            onChange={() => setFilter({ directions: toggled(filter.directions, direction) })}
          />
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('stage')}</legend>
        {shownStages.map((stage) => (
          <Checkbox
            key={stage}
            size="xs"
            label={t(barWords[stage])}
            checked={filter.stages.has(stage)}
            onChange={() => setFilter({ stages: toggled(filter.stages, stage) })}
          />
        ))}
      </fieldset>
    </div>
  )
}
