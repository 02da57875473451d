// How the server behaves: the scenarios by group, found by any words of their names and explanations.
import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { scenarioGroupTexts, scenarioTexts } from '#shared/explain/scenarios/index.ts'
import { type Scenario, scenarioGroups } from '#shared/values/scenarios.ts'
import { say } from '../ui/language.ts'
import classes from './scenario-choice.module.css'
import { loopbackStore } from './store.ts'

export function ScenarioChoice({ chosen }: { chosen: Scenario }) {
  const { t } = useTranslation('loopback')
  const groups = scenarioGroups.map(({ name, scenarios }) => ({
    group: say(scenarioGroupTexts[name]),
    items: scenarios.map((value) => ({ value, label: say(scenarioTexts[value].name) })),
  }))
  return (
    <>
      <Select<Scenario>
        aria-label={t('scenario')}
        description={t('scenarioWhy')}
        value={chosen}
        data={groups}
        searchable
        allowDeselect={false}
        filter={bySearch}
        nothingFoundMessage={t('noScenario')}
        maxDropdownHeight={380}
        classNames={{ groupLabel: classes.group ?? '' }}
        renderOption={({ option }) => <Described label={option.label} happens={happens(option.value)} />}
        onChange={(value) => value !== null && void loopbackStore.getState().configure({ scenario: value })}
      />
      <Text size="sm">{happens(chosen)}</Text>
    </>
  )
}

const happens = (scenario: Scenario): string => say(scenarioTexts[scenario].happens)

const Described = (text: { readonly label: string; readonly happens: string }) => (
  <div>
    <Text size="sm">{text.label}</Text>
    <Text size="xs" c="dimmed">
      {text.happens}
    </Text>
  </div>
)

/** All words must be there, wherever; the name on the command line and in the log counts too. */
const bySearch: OptionsFilter<Scenario> = ({ options, search }) => {
  const wanted = plain(search).split(/\s+/)
  const isWanted = ({ label, value }: { label: string; value: Scenario }, group: string) => {
    const text = plain([group, label, value, happens(value)].join(' '))
    return wanted.every((word) => text.includes(word))
  }
  return options.flatMap((option): ComboboxParsedItem<Scenario>[] => {
    if (!isOptionsGroup(option)) return isWanted(option, '') ? [option] : []
    const items = option.items.filter((item) => isWanted(item, String(option.group)))
    return items.length === 0 ? [] : [{ ...option, items }]
  })
}

/** Without accents and capitals. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
