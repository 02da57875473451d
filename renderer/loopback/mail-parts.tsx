// The attachments of a mail, each with its size and its hash, to be saved one by one.
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OpenedMail } from '#shared/values/received-mail.ts'
import { api } from '../channel/api.ts'
import { saveFile } from '../ui/save-file.ts'
import { size } from '../ui/time.ts'
import classes from './mail-view.module.css'

type Part = OpenedMail['parts'][number]

export function MailParts({ id, parts }: { id: string; parts: readonly Part[] }) {
  const { t } = useTranslation('loopback')
  if (parts.length === 0) return <p className={classes.none}>{t('noParts')}</p>
  const save = async ({ index, name, type }: Part) => saveFile(name, await api.inbox.part({ id, index }), type)
  return (
    <ul className={classes.parts}>
      {parts.map((part) => (
        <li key={part.index}>
          <div>
            <strong>{part.name}</strong>
            <span>
              {part.type} · {size(part.size)}
            </span>
            <code>SHA-256 {part.sha256}</code>
          </div>
          <Button
            variant="default"
            leftSection={<IconDownload size={14} />}
            aria-label={`${t('download', { ns: 'ui' })}: ${part.name}`}
            onClick={() => void save(part)}
          >
            {t('download', { ns: 'ui' })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
