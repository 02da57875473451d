// The header of the mail: From with its profile, To, Cc, Bcc, Subject.
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AddressField } from './address-field.tsx'
import type { OpenDraft } from './composer.ts'
import { useFieldFaults } from './field-faults.ts'
import { FromField } from './from-field.tsx'
import classes from './header.module.css'
import { panelStore } from './panels.ts'
import { SubjectField } from './subject-field.tsx'

const selectShowsCopies = (panels: { showsCopies: boolean }) => panels.showsCopies

export function Header({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const asked = useStore(panelStore, selectShowsCopies)
  const faults = useFieldFaults(open)
  const { cc, bcc } = open.draft
  const showsCopies = asked || cc.length > 0 || bcc.length > 0 || open.typed.cc !== '' || open.typed.bcc !== ''
  return (
    <div className={classes.header}>
      <FromField open={open} fault={faults.from ?? null} profileFault={faults.profile ?? null} />
      <AddressField
        field="to"
        open={open}
        fault={faults.to ?? null}
        aside={
          !showsCopies && (
            <UnstyledButton className={classes.copies} onClick={() => panelStore.setState({ showsCopies: true })}>
              {t('ccBcc')}
            </UnstyledButton>
          )
        }
      />
      {showsCopies && <AddressField field="cc" open={open} fault={faults.cc ?? null} />}
      {showsCopies && <AddressField field="bcc" open={open} fault={faults.bcc ?? null} />}
      <SubjectField open={open} fault={faults.subject ?? null} />
    </div>
  )
}
