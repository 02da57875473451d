// What the DNS made of a mail: in one sentence, then proof by proof; the rest is in the report.
import { Button } from '@mantine/core'
import { IconReport } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Report } from '#shared/values/report.ts'
import { diagnoseStore } from '../../diagnose/store.ts'
import { viewStore } from '../../diagnose/view-store.ts'
import { go } from '../../frame/route.ts'
import { FindingCard } from '../../ui/finding/card.tsx'
import { ResultIcon } from '../../ui/finding/result-icon.tsx'
import { verdictsOf } from './verdicts.ts'
import classes from './verify.module.css'

export function VerifiedMail({ id, report }: { id: string; report: Report }) {
  const { t } = useTranslation('loopback')
  const { proof, shown, others } = verdictsOf(report)
  const verdict = useRef<HTMLParagraphElement>(null)
  // Below the question there is little room in a low window.
  useEffect(() => void verdict.current?.scrollIntoView({ block: 'start' }), [])
  const result = judged.find((one) => one === proof?.result)
  return (
    <>
      {proof && result && (
        <p ref={verdict} className={classes.verdict} data-result={result} role="status">
          <ResultIcon result={result} /> {t(`verified_${result}`, { domain: proof.endpoint })}
        </p>
      )}
      {shown.map((finding) => (
        <FindingCard key={finding.id} same={[finding]} />
      ))}
      <p className={classes.rest}>
        {others > 0 && t('verifyOthers', { count: others })} <WholeReport id={id} />
      </p>
    </>
  )
}

/** What the proof comes to. */
const judged = ['pass', 'warn', 'fail', 'indeterminate'] as const

function WholeReport({ id }: { id: string }) {
  const { t } = useTranslation('loopback')
  const { situation, open } = useStore(diagnoseStore)
  const show = () => {
    viewStore.getState().show('report')
    void open(id)
    go('diagnose')
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconReport size={15} />}
      disabled={situation.kind === 'running'}
      onClick={show}
    >
      {t('verifyReport')}
    </Button>
  )
}
