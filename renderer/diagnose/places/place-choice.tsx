// Which of several places is shown: beside each other while they are few, in a list when they are many.
import { SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type PlaceChoiceProps = { places: readonly string[]; shown: string; choose: (place: string) => void }

const few = 3

export function PlaceChoice({ places, shown, choose }: PlaceChoiceProps) {
  const { t } = useTranslation('diagnose')
  if (places.length < 2) return null
  if (places.length > few)
    return (
      <Select
        mt="sm"
        w={380}
        aria-label={t('place')}
        data={[...places]}
        value={shown}
        allowDeselect={false}
        onChange={(place) => place && choose(place)}
      />
    )
  return (
    <SegmentedControl size="xs" mt="sm" aria-label={t('place')} data={[...places]} value={shown} onChange={choose} />
  )
}
