// 'On the wire' for all mails of the profile: folded away, since most profiles never need it.
import { Button, Group, Text } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ProfileState } from '#shared/values/profile.ts'
import { Section } from '../ui/section.tsx'
import { differencesOf } from '../wire/differences.ts'
import { WireEditor } from '../wire/editor.tsx'
import { readWire, wireFaults } from '../wire/read-wire.ts'
import { showWire, toggleWire, wireViewStore } from '../wire/view-store.ts'
import { isSameForm, type WireForm, wireFormOf } from '../wire/wire-form.ts'
import type { ProfileForm } from './edit.ts'
import { wireId } from './focus-field.ts'
import classes from './profiles.module.css'
import type { FieldsProps } from './server-fields.tsx'
import { profileStore } from './store.ts'

type WireFieldsProps = Pick<FieldsProps, 'form'> & { state: ProfileState | null }

const selectIsOpen = (view: { isOpen: boolean }) => view.isOpen

export function WireFields({ form, state }: WireFieldsProps) {
  const { t } = useTranslation('profiles')
  const { t: wire } = useTranslation('wire')
  const isOpen = useStore(wireViewStore, selectIsOpen)
  const offers = useOffers(state)
  const { profile, typedWire } = form.values
  const count = differencesOf(profile.wire).length
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const change = (typed: WireForm) => {
    const read = readWire(typed, profile.wire)
    const isTold = isSameForm(typed, wireFormOf(read.wire))
    form.setValues({ profile: { ...profile, wire: read.wire }, typedWire: isTold ? undefined : typed })
  }
  return (
    <Section title={wire('wire')}>
      <Group gap={10}>
        <Button
          id={wireId}
          variant="default"
          aria-expanded={isOpen}
          leftSection={<Chevron size={15} aria-hidden />}
          onClick={toggleWire}
        >
          {wire('showOptions')}
        </Button>
        {!isOpen && <Text size="sm">{count === 0 ? wire('usual') : `${wire('changedCount', { count })}.`}</Text>}
      </Group>
      <p className={classes.why}>{t('wireWhy')}</p>
      {isOpen && <WireEditor form={typedWire ?? wireFormOf(profile.wire)} offers={offers} onChange={change} />}
    </Section>
  )
}

/** What keeps the form from being saved or tested, where it is at fault here. */
export function showWireFault(_: FormErrors, { typedWire }: ProfileForm): void {
  const [fault] = typedWire === undefined ? [] : wireFaults(typedWire)
  if (fault) showWire(fault)
}

/** Of the check that ran in this window, else of the last one that was kept. */
function useOffers(state: ProfileState | null) {
  const { checked } = useStore(profileStore)
  if (state === null || state.route === 'mx') return null
  const receipt = checked.id === state.id && checked.run.kind === 'done' ? checked.run.receipt : null
  const known = [receipt?.capabilities, state.lastCheck?.capabilities]
  return known.find((capabilities) => capabilities && capabilities.length > 0) ?? null
}
