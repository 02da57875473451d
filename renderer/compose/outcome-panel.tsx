// What became of the last attempt: the why card when it failed, and the receipt with each recipient.
import { Button } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#shared/values/receipt.ts'
import { go } from '../frame/route.ts'
import { ReceiptView } from '../ui/receipt-view.tsx'
import { showInLog } from '../ui/show-in-log.ts'
import { WhyCard } from '../ui/why-card.tsx'
import type { OpenDraft } from './composer.ts'
import { lastFailure } from './field-faults.ts'
import { FixDialog, useFix } from './fix.tsx'
import classes from './outcome-panel.module.css'
import { profileOf } from './send.ts'
import { WireNotes } from './wire-notes.tsx'

export function OutcomePanel({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const fix = useFix()
  const receipt = open.run.kind === 'broken' ? null : open.receipt
  const failure = lastFailure(open)
  const profile = profileOf(open.draft)
  const transcriptId = receipt?.transcripts.at(-1)
  const wasTaken = receipt?.outcome === 'accepted' || receipt?.outcome === 'partial'
  return (
    <div className={classes.outcome} aria-live="polite">
      {!failure && !receipt && <p className={classes.none}>{t('noOutcome')}</p>}
      {failure && (
        <WhyCard
          failure={failure}
          access={profile}
          isFixing={fix.isFixing}
          onFix={(wanted) => void fix.run(wanted)}
          onShowInLog={transcriptId ? () => void showInLog(transcriptId, { kind: 'failure', failure }) : null}
        />
      )}
      {receipt && (!failure || hasLines(receipt)) && (
        <ReceiptView
          receipt={receipt}
          onShowInLog={
            transcriptId ? (recipient) => void showInLog(transcriptId, { kind: 'recipient', recipient }) : null
          }
        />
      )}
      {receipt && <WireNotes transcripts={receipt.transcripts} />}
      {wasTaken && profile?.isLoopback && (
        <Button variant="light" leftSection={<IconMailOpened size={15} />} onClick={() => go('loopback')}>
          {t('openInLoopback')}
        </Button>
      )}
      <FixDialog fix={fix} />
    </div>
  )
}

const hasLines = ({ recipients, outcome }: Receipt): boolean =>
  outcome === 'unknown' || recipients.some(({ reply }) => reply !== null)
