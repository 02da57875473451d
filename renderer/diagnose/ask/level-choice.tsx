// How far a diagnosis goes: a choice of four, each with what it does to the server.
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from '../diagnose.module.css'
import { diagnoseStore, type Level } from '../store.ts'

const levels = [0, 1, 2, 3] as const satisfies readonly Level[]

export function LevelChoice() {
  const { t } = useTranslation('diagnose')
  const { level, go } = useStore(diagnoseStore)
  return (
    <Select
      w={172}
      aria-label={t('level')}
      data={levels.map((each) => ({ value: String(each), label: t(`level_${each}`) }))}
      value={String(level)}
      allowDeselect={false}
      maxDropdownHeight={420}
      comboboxProps={{ width: 340, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={classes.level}>
          <strong>{option.label}</strong>
          <span>{noteOf(option.value, (each) => t(`levelNote_${each}`))}</span>
        </span>
      )}
      onChange={(chosen) => go(levelOf(chosen) ?? level)}
    />
  )
}

const levelOf = (value: string | null): Level | undefined => levels.find((each) => String(each) === value)

function noteOf(value: string, note: (level: Level) => string): string {
  const level = levelOf(value)
  return level === undefined ? '' : note(level)
}
