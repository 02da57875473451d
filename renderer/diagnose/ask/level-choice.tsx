// How far a diagnosis goes: a choice of four, each with what it does to the server.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type Level, levels } from '#shared/values/diagnosis.ts'
import classes from '../diagnose.module.css'
import { askStore } from './store.ts'

export function LevelChoice() {
  const { t } = useTranslation('diagnose')
  const { level, change } = useStore(askStore)
  return (
    <Select
      className={classes.select}
      aria-label={t('level')}
      data={levels.map((each) => ({ value: String(each), label: t(`level_${each}`) }))}
      value={String(level)}
      allowDeselect={false}
      maxDropdownHeight={420}
      comboboxProps={{ width: 340, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={classes.choice}>
          <strong>{option.label}</strong>
          <span>{noteOf(option.value, (each) => t(`levelNote_${each}`))}</span>
        </span>
      )}
      onChange={(chosen) => change({ level: levelOf(chosen) ?? level })}
    />
  )
}

const levelOf = (value: string | null): Level | undefined => levels.find((each) => String(each) === value)

function noteOf(value: string, note: (level: Level) => string): string {
  const level = levelOf(value)
  return level === undefined ? '' : note(level)
}
