// Where the mail, or the connection, is said to come from.
import { useTranslation } from 'react-i18next'
import { xclientNames, xforwardNames } from '#shared/values/wire-defaults.ts'
import { useWire } from './editing.ts'
import { Extension } from './extension.tsx'
import { Choice, TextField } from './fields.tsx'

export function OriginFields() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  const why = (names: readonly string[]) => t('attributesWhy', { names: names.join(', ') })
  return (
    <>
      <Extension keyword="AUTH">
        <TextField
          place="mailAuth"
          why={t('mailAuthWhy')}
          value={form.mailAuth}
          set={(mailAuth) => change({ mailAuth })}
        />
      </Extension>
      <Extension keyword="NO-SOLICITING">
        <TextField place="solicit" why={t('solicitWhy')} value={form.solicit} set={(solicit) => change({ solicit })} />
      </Extension>
      <Extension keyword="XCLIENT">
        <TextField
          place="xclient"
          hasLines
          placeholder="ADDR=192.0.2.1"
          why={why(xclientNames)}
          value={form.xclient}
          set={(xclient) => change({ xclient })}
        />
      </Extension>
      <Extension keyword="XFORWARD">
        <TextField
          place="xforward"
          hasLines
          placeholder="ADDR=192.0.2.1"
          why={why(xforwardNames)}
          value={form.xforward}
          set={(xforward) => change({ xforward })}
        />
      </Extension>
      <ProxyHeader />
    </>
  )
}

function ProxyHeader() {
  const { t } = useTranslation('wire')
  const { form, change } = useWire()
  const { proxy } = form
  return (
    <>
      <Choice
        place="proxy"
        why={t('proxyWhy')}
        value={proxy.kind}
        options={(['none', 'v1', 'v2'] as const).map((value) => ({ value, label: t(`proxy-${value}`) }))}
        set={(kind) => change({ proxy: kind === 'none' ? { kind, source: '', destination: '' } : { ...proxy, kind } })}
      />
      {proxy.kind !== 'none' && (
        <>
          <TextField
            place="proxySource"
            why={t('proxyEndWhy')}
            placeholder="192.0.2.1:4000"
            value={proxy.source}
            set={(source) => change({ proxy: { ...proxy, source } })}
          />
          <TextField
            place="proxyDestination"
            why={t('proxyEndWhy')}
            placeholder="192.0.2.2:25"
            value={proxy.destination}
            set={(destination) => change({ proxy: { ...proxy, destination } })}
          />
        </>
      )}
    </>
  )
}
