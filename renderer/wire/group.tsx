// A part of 'On the wire' that folds: its title tells how much in it is otherwise than usual.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useWire } from './editing.ts'
import { groupOf, type WireGroup } from './places.ts'
import { toggleGroup, wireViewStore } from './view-store.ts'
import classes from './wire.module.css'

export function Group({ group, children }: { group: WireGroup; children: ReactNode }) {
  const { t } = useTranslation('wire')
  const { changed } = useWire()
  const isOpen = useStore(wireViewStore, ({ groups }) => groups[group])
  const id = useId()
  const count = [...changed].filter((place) => groupOf(place) === group).length
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => toggleGroup(group)}
        >
          <Chevron size={15} aria-hidden />
          <span>{t(`group-${group}`)}</span>
          {count > 0 && (
            <span className={classes.count} role="img" aria-label={t('changedCount', { count })}>
              {count}
            </span>
          )}
        </button>
      </h3>
      <div id={id} className={classes.groupBody} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}
