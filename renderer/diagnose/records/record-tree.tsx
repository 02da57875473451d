// One record: its name, its text, and its parts; below a part that leads to another record, that record.

import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublishedRecord, RecordPart } from '#shared/values/published-record.ts'
import { say } from '../../ui/language.ts'
import { Lookups } from './lookups.tsx'
import classes from './records.module.css'

export function RecordTree({ record }: { record: PublishedRecord }) {
  const { name, type, text, parts, lookups } = record
  return (
    <article className={classes.record}>
      <p className={classes.head}>
        <code>{name}</code> <span>{type}</span>
        {lookups !== null && <Lookups count={lookups} />}
      </p>
      <pre className={classes.text}>{text}</pre>
      <Parts parts={parts} />
    </article>
  )
}

function Parts({ parts }: { parts: readonly RecordPart[] }) {
  return (
    <ul className={classes.parts}>
      {parts.map((part, index) => (
        <Part key={`${index} ${part.text}`} part={part} />
      ))}
    </ul>
  )
}

function Part({ part: { text, meaning, isWrong, lookups, leadsTo } }: { part: RecordPart }) {
  const { t } = useTranslation('diagnose')
  return (
    <li data-wrong={isWrong || undefined}>
      <div className={classes.part}>
        <code>{text}</code>
        <span>
          {isWrong && <IconAlertTriangle size={14} role="img" aria-label={t('result_warn', { ns: 'finding' })} />}{' '}
          {say(meaning)}
        </span>
        {lookups > 0 && <small>{t('lookups', { count: lookups })}</small>}
      </div>
      {leadsTo && (
        <details open>
          <summary>
            <code>{leadsTo.name}</code>
          </summary>
          <pre className={classes.text}>{leadsTo.text}</pre>
          <Parts parts={leadsTo.parts} />
        </details>
      )}
    </li>
  )
}
