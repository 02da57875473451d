// The octets of a mail as they were received, as text; a long one in part.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../channel/api.ts'
import classes from './mail-view.module.css'

const shownOctets = 1024 * 1024

export function MailSource({ id }: { id: string }) {
  const { t } = useTranslation('loopback')
  const [source, setSource] = useState<{ text: string; isWhole: boolean } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void readSource(id).then((read) => isCurrent && setSource(read))
    return () => {
      isCurrent = false
    }
  }, [id])
  if (!source) return <p className={classes.none}>{t('loading', { ns: 'ui' })}</p>
  return (
    <>
      {!source.isWhole && <p className={classes.sandboxed}>{t('truncated')}</p>}
      <pre className={classes.source}>{source.text}</pre>
    </>
  )
}

async function readSource(id: string): Promise<{ text: string; isWhole: boolean }> {
  const bytes = await api.inbox.raw({ id })
  const octets = new Uint8Array(await bytes.arrayBuffer())
  return { text: new TextDecoder().decode(octets.subarray(0, shownOctets)), isWhole: octets.length <= shownOctets }
}
