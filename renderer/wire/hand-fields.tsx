// What no extension stands for: the language, and what is typed into the conversation as it is.
import { useTranslation } from 'react-i18next'
import { leaveWays } from '#shared/values/wire-defaults.ts'
import { useWire } from './editing.ts'
import { Choice, TextField } from './fields.tsx'
import { RawLines } from './raw-lines.tsx'

export function HandFields() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  return (
    <>
      <Choice
        place="protocol"
        why={t('protocolWhy')}
        value={form.protocol}
        options={[
          { value: 'smtp', label: 'SMTP' },
          { value: 'lmtp', label: 'LMTP' },
        ]}
        set={(protocol) => change({ protocol })}
      />
      <TextField
        place="mailParameters"
        why={t('parametersWhy')}
        value={form.mailParameters}
        set={(mailParameters) => change({ mailParameters })}
      />
      <TextField
        place="rcptParameters"
        why={t('parametersWhy')}
        value={form.rcptParameters}
        set={(rcptParameters) => change({ rcptParameters })}
      />
      <RawLines />
      <Choice
        place="leave"
        why={t('leaveWhy')}
        value={form.leave}
        options={leaveWays.map((value) => ({ value, label: t(`leave_${value}`) }))}
        set={(leave) => change({ leave })}
      />
    </>
  )
}
