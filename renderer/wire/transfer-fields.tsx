// How the mail is handed over: the extensions that change its commands and its octets.
import { useTranslation } from 'react-i18next'
import { useWire } from './editing.ts'
import { Extension } from './extension.tsx'
import { TextField } from './fields.tsx'
import { groupSwitches } from './places.ts'

export function TransferFields() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  return groupSwitches.transfer.map((keyword) => (
    <Extension key={keyword} keyword={keyword}>
      {keyword === 'CHUNKING' && (
        <TextField
          place="chunkSize"
          why={t('chunkSizeWhy')}
          inputMode="numeric"
          value={form.chunkSize}
          set={(chunkSize) => change({ chunkSize })}
        />
      )}
    </Extension>
  ))
}
