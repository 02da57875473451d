// What the diagnosis in the form would cost at most; DNS is asked for it.
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Api } from '#shared/contract/index.ts'
import { api } from '../../channel/api.ts'
import { FailureLine } from '../../ui/failure-line.tsx'
import { failureOf } from '../../ui/problem.ts'
import classes from '../diagnose.module.css'
import { askStore, wishOf } from './store.ts'

type Budget = Awaited<ReturnType<Api['diagnose']['budget']>>

/** The rest are counted. */
const mostNamed = 4

export function BudgetLine() {
  const { t } = useTranslation('diagnose')
  const [budget, setBudget] = useState<Budget | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    api.diagnose.budget(wishOf(askStore.getState()), { signal: abort.signal }).then(setBudget, (error: unknown) => {
      if (!abort.signal.aborted) setBudget({ endpoints: [], connections: 0, waitSeconds: 0, failure: failureOf(error) })
    })
    return () => abort.abort()
  }, [])
  if (budget?.failure) return <FailureLine failure={budget.failure} />
  const more = (budget?.endpoints.length ?? 0) - mostNamed
  return (
    <Text className={classes.budget} size="sm" mt="sm" role="status">
      {budget === null ? (
        t('budgetAsking')
      ) : (
        <>
          <strong>{t('atMost', { count: budget.connections })}</strong>
          {`: ${budget.endpoints.slice(0, mostNamed).join(', ')}`}
          {more > 0 && ` ${t('placesMore', { count: more })}`}
          {budget.waitSeconds > 0 && ` · ${t('waits', { seconds: budget.waitSeconds })}`}
        </>
      )}
    </Text>
  )
}
