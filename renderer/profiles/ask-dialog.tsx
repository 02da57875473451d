// Asks a server one thing at a time, such as VRFY or HELP, and shows what it says and what that means.
import { Autocomplete, Button, Checkbox, Modal, Text } from '@mantine/core'
import { IconPlayerStop, IconSend } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ProfileEdit } from '#shared/contract/profiles.ts'
import { explainCommand } from '#shared/explain/commands.ts'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Answer } from '#shared/values/question.ts'
import { FailureLine } from '../ui/failure-line.tsx'
import { say } from '../ui/language.ts'
import { failureOf } from '../ui/problem.ts'
import { ReplyCodes } from '../ui/reply-codes.tsx'
import { ServerWords } from '../ui/server-words.tsx'
import type { SessionRun } from '../ui/session-run.ts'
import { showInLog } from '../ui/show-in-log.ts'
import classes from './ask-dialog.module.css'
import { askStore } from './ask-store.ts'

const usualQuestions = ['NOOP', 'HELP', 'VRFY postmaster', 'EXPN staff', 'ETRN example.com', 'RSET', 'EHLO example.com']

export function AskDialog({ edit, name, close }: { edit: ProfileEdit; name: string; close(): void }) {
  const { t } = useTranslation('profiles')
  const { run, answers } = useStore(askStore)
  const [text, setText] = useState('')
  const [isExact, setExact] = useState(false)
  useEffect(() => askStore.getState().forget, [])
  const verb = text.trim().split(/\s+/, 1)[0]?.toUpperCase() ?? ''
  const ask = () => void askStore.getState().ask(edit, { text, isExact }, t('asking', { name }))
  return (
    <Modal opened onClose={close} title={t('askTitle', { name })} size="lg">
      <form
        className={classes.ask}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '' && run.kind !== 'running') ask()
        }}
      >
        <Autocomplete
          className={classes.question}
          classNames={{ input: classes.mono ?? '' }}
          label={t('askQuestion')}
          description={verb === '' ? t('askWhy') : say(explainCommand(verb).text)}
          data={usualQuestions.filter((question) => question !== text)}
          data-autofocus
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={setText}
        />
        {run.kind === 'running' ? (
          <Button size="sm" color="red" variant="light" leftSection={<IconPlayerStop size={15} />} onClick={run.stop}>
            {t('stop', { ns: 'ui' })}
          </Button>
        ) : (
          <Button size="sm" type="submit" leftSection={<IconSend size={15} />} disabled={text.trim() === ''}>
            {t('ask')}
          </Button>
        )}
        <Checkbox
          className={classes.exact}
          label={t('askExact')}
          description={t('askExactWhy')}
          checked={isExact}
          onChange={(event) => setExact(event.currentTarget.checked)}
        />
      </form>
      <div className={classes.answers} role="log" aria-label={t('askAnswers')}>
        {run.kind === 'running' && (
          <Text size="sm" c="dimmed">
            {say(stageTexts[run.stage].name)}
          </Text>
        )}
        <Trouble run={run} />
        {answers.map((answer, index) => (
          <AnswerView key={answers.length - index} answer={answer} />
        ))}
      </div>
    </Modal>
  )
}

function Trouble({ run }: { run: SessionRun }) {
  const { t } = useTranslation('outcome')
  const failure = run.kind === 'done' ? run.receipt.failure : run.kind === 'broken' ? failureOf(run.error) : null
  if (failure === null) return null
  const transcriptId = run.kind === 'done' ? run.receipt.transcripts.at(-1) : undefined
  return (
    <>
      <FailureLine failure={failure} />
      {transcriptId && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void showInLog(transcriptId, { kind: 'failure', failure })}
        >
          {t('showInLog')}
        </Button>
      )}
    </>
  )
}

function AnswerView({ answer: { question, replies } }: { answer: Answer }) {
  const { t } = useTranslation('profiles')
  const verb = question.trim().split(/\s+/, 1)[0]?.toUpperCase() ?? null
  return (
    <section className={classes.answer} aria-label={question}>
      <code className={classes.asked}>{question}</code>
      {replies.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('askNothing')}
        </Text>
      )}
      {replies.map((reply, index) => (
        <div key={index}>
          <ServerWords reply={reply} />
          <ReplyCodes reply={reply} command={verb} />
        </div>
      ))}
    </section>
  )
}
