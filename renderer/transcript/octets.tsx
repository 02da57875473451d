// The octets of a line as a hex dump.
import { useTranslation } from 'react-i18next'
import type { Entry } from '#shared/values/transcript.ts'
import { size } from '../ui/time.ts'
import { hexLines, octetsOf } from './hex-dump.ts'
import { hidesSomething } from './hidden-line.tsx'
import classes from './side-panel.module.css'

export function Octets({ entry }: { entry: Entry }) {
  const { t } = useTranslation('transcript')
  if (entry.direction === 'event') return <p className={classes.hint}>{t('octetsNone')}</p>
  const octets = octetsOf(entry)
  return (
    <>
      {entry.kind === 'body' && octets.length < entry.bytes && (
        <p className={classes.text}>{t('octetsPartial', { size: size(entry.bytes) })}</p>
      )}
      {hidesSomething(entry) && <p className={classes.text}>{t('octetsHidden')}</p>}
      <table className={classes.hex}>
        <tbody>
          {hexLines(octets).map(({ offset, hex, text }) => (
            <tr key={offset}>
              <th scope="row">{offset}</th>
              <td>{hex.join(' ')}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
