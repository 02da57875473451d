// Who sends, where that is to be judged too: a server by its address, and a mail by its signatures.
import { FileInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from '../diagnose.module.css'
import { noteBelow } from './note-below.ts'
import { faultsOf, type Sending } from './sending.ts'
import { askStore } from './store.ts'

export function Sender() {
  const { t } = useTranslation('diagnose')
  const { sending, change } = useStore(askStore)
  const faults = faultsOf(sending)
  const set = (part: Partial<Sending>) => change({ sending: { ...sending, ...part } })
  const field = (name: 'address' | 'mailFrom' | 'helo', placeholder: string) => (
    <TextInput
      {...noteBelow}
      label={t(`sender_${name}`)}
      description={t(`senderNote_${name}`)}
      placeholder={placeholder}
      spellCheck={false}
      value={sending[name]}
      error={faults.includes(name) && t(`senderFault_${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className={classes.options}>
      <legend className={classes.legend}>{t('sender')}</legend>
      {field('address', '192.0.2.7')}
      {field('mailFrom', 'postmaster@example.com')}
      {field('helo', 'mail.example.com')}
      <FileInput
        {...noteBelow}
        label={t('sender_file')}
        description={t('senderNote_file')}
        placeholder={t('senderPlaceholder_file')}
        accept=".eml,message/rfc822"
        clearable
        clearButtonProps={{ 'aria-label': t('senderClear') }}
        value={sending.file}
        onChange={(file) => set({ file })}
      />
      <Textarea
        {...noteBelow}
        className={classes.pasted}
        label={t('sender_pasted')}
        description={t('senderNote_pasted')}
        disabled={sending.file !== null}
        autosize
        minRows={1}
        maxRows={6}
        spellCheck={false}
        value={sending.pasted}
        onChange={(event) => set({ pasted: event.currentTarget.value })}
      />
    </fieldset>
  )
}
