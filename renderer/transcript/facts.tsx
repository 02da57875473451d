// Everything that is known of a line, as a list of names and values.
import { useTranslation } from 'react-i18next'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { language, say } from '../ui/language.ts'
import { size } from '../ui/time.ts'
import classes from './side-panel.module.css'
import { formatSpan, formatTime } from './spans.ts'

const endings = { crlf: 'endingCrlf', lf: 'endingLf', none: 'endingNone' } as const

export function Facts({ entry }: { entry: Entry }) {
  const { t } = useTranslation('transcript')
  const isOnWire = entry.direction !== 'event'
  const rows: readonly (readonly [string, string])[] = [
    [t('number'), String(entry.index + 1)],
    [t('time'), t('seconds', { time: formatTime(entry.time, language()) })],
    [t('pause'), formatSpan(entry.pause, language())],
    [t('direction'), t(entry.direction)],
    [t('stage'), say(stageTexts[entry.stage].name)],
    [t('encryption'), t(entry.isTls ? 'inTls' : 'inClear')],
    ...(isOnWire ? ([[t('size'), size(entry.bytes)]] as const) : []),
    ...(entry.kind === 'line' ? ([[t('ending'), t(endings[entry.ending])]] as const) : []),
    ...(entry.kind === 'line' ? ([[t('encoding'), entry.encoding === 'utf8' ? 'UTF-8' : 'Latin-1']] as const) : []),
  ]
  return (
    <dl className={classes.facts}>
      {rows.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      {Object.entries(entry.facts).map(([name, value]) => (
        <Fact key={name} name={name} value={String(value)} isRaw />
      ))}
    </dl>
  )
}

function Fact({ name, value, isRaw }: { name: string; value: string; isRaw?: boolean }) {
  return (
    <>
      <dt data-raw={isRaw}>{name}</dt>
      <dd data-raw={isRaw}>{value}</dd>
    </>
  )
}
