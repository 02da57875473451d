// The envelope as it is written by hand: one sender, which may be empty, and one recipient a line.
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRecipient, parseSender, splitAddresses } from '#shared/address/index.ts'
import type { Envelope } from '#shared/values/draft.ts'
import { composerStore } from './store.ts'

export function EnvelopeEditor({ envelope }: { envelope: Envelope }) {
  const { t } = useTranslation('compose')
  const { edit } = composerStore.getState()
  const [lines, setLines] = useState(() => envelope.to.join('\n'))
  const sender = parseSender(envelope.from)
  const wrong = envelope.to.filter((address) => parseRecipient(address).kind === 'invalid')
  return (
    <>
      <TextInput
        size="xs"
        label="MAIL FROM"
        data-field="envelope"
        description={t('nullSender')}
        spellCheck={false}
        value={envelope.from}
        error={sender.kind === 'invalid' && t(`fault-${sender.fault}`)}
        onChange={(event) => edit({ envelope: { ...envelope, from: event.currentTarget.value } })}
      />
      <Textarea
        size="xs"
        label="RCPT TO"
        description={t('oneALine')}
        spellCheck={false}
        autosize
        minRows={2}
        maxRows={8}
        value={lines}
        error={wrong.length > 0 && t('wrongAddresses', { addresses: wrong.join(', ') })}
        onChange={({ currentTarget: { value } }) => {
          setLines(value)
          edit({ envelope: { ...envelope, to: splitAddresses(value) } })
        }}
      />
    </>
  )
}
