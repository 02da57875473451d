// The exact mail that would be sent, or, once it is edited raw, the text that will be.
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '#shared/values/draft.ts'
import type { Failure } from '#shared/values/failure.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'
import { size } from '../ui/time.ts'
import { WhyCard } from '../ui/why-card.tsx'
import type { OpenDraft } from './composer.ts'
import { useFix } from './fix.tsx'
import { ask } from './panels.ts'
import { outgoing } from './pictures.ts'
import { profileOf } from './send.ts'
import classes from './source-view.module.css'
import { composerStore } from './store.ts'

type Source = Awaited<ReturnType<typeof api.drafts.source>>
type Situation =
  | { readonly kind: 'composing' }
  | { readonly kind: 'shown'; readonly source: Source }
  | { readonly kind: 'failed'; readonly failure: Failure }

export function SourceView({ open }: { open: OpenDraft }) {
  return open.draft.raw === null ? <Composed open={open} /> : <Raw raw={open.draft.raw} />
}

function Composed({ open: { draft } }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const [situation, setSituation] = useState<Situation>({ kind: 'composing' })
  useEffect(() => {
    const abort = new AbortController()
    void api.drafts
      .source(outgoing(draft), { signal: abort.signal })
      .then((source): Situation => ({ kind: 'shown', source }))
      .catch((error: unknown): Situation => ({ kind: 'failed', failure: failureOf(error) }))
      .then((next) => abort.signal.aborted || setSituation(next))
    return () => abort.abort()
  }, [draft])
  if (situation.kind === 'composing') return <div className={classes.view} />
  if (situation.kind === 'failed') return <NoSource failure={situation.failure} draft={draft} />
  const { source, isTruncated, size: octets } = situation.source
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <span className={classes.hint}>{t(isTruncated ? 'sourceCut' : 'sourceWhole', { size: size(octets) })}</span>
        <Button
          variant="default"
          disabled={isTruncated}
          onClick={() => composerStore.getState().edit({ raw: source.replace(/\r\n/g, '\n') })}
        >
          {t('editRaw')}
        </Button>
      </div>
      <SourceText source={source} />
    </div>
  )
}

/** It cannot be made into a mail; sending it would end the same way. */
function NoSource({ failure, draft }: { failure: Failure; draft: Draft }) {
  const fix = useFix()
  return (
    <div className={classes.failed}>
      <WhyCard
        failure={failure}
        access={profileOf(draft)}
        onFix={(wanted) => void fix.run(wanted)}
        onShowInLog={null}
      />
    </div>
  )
}

/** Headers line by line with their names set off; the body as it is. */
function SourceText({ source }: { source: string }) {
  const { t } = useTranslation('compose')
  const text = source.replace(/\r\n/g, '\n')
  const end = text.indexOf('\n\n')
  const head = end === -1 ? text : text.slice(0, end)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className={classes.source} role="document" tabIndex={0} aria-label={t('source')}>
      {head.split('\n').map((line, index) => (
        <HeaderLine key={index} line={line} />
      ))}
      {end !== -1 && text.slice(end + 1)}
    </pre>
  )
}

function HeaderLine({ line }: { line: string }) {
  const name = /^[!-9;-~]+:/.exec(line)?.[0] ?? ''
  return (
    <>
      {name && <b>{name}</b>}
      {line.slice(name.length)}
      {'\n'}
    </>
  )
}

function Raw({ raw }: { raw: string }) {
  const { t } = useTranslation('compose')
  const { edit } = composerStore.getState()
  const backToForm = async () => {
    const question = { title: t('backTitle'), text: t('backText'), points: [], yes: t('backYes'), isGrave: true }
    if (await ask(question)) edit({ raw: null })
  }
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <span className={classes.hint}>{t('rawHint')}</span>
        <Button variant="default" onClick={() => void backToForm()}>
          {t('backToForm')}
        </Button>
      </div>
      <textarea
        className={classes.source}
        data-field="raw"
        aria-label={t('rawMail')}
        spellCheck={false}
        value={raw}
        onChange={(event) => edit({ raw: event.currentTarget.value })}
      />
    </div>
  )
}
