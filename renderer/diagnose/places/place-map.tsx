// The map: from the target over its servers and their addresses to each port, coloured by how its session went.
import { UnstyledButton } from '@mantine/core'
import { IconCircleCheck, IconCircleOff, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EndpointState, Report } from '#shared/values/report.ts'
import { showInLog } from '../../ui/show-in-log.ts'
import classes from './place-map.module.css'
import { placeTree } from './place-tree.ts'

export function PlaceMap({ report: { target, endpoints } }: { report: Report }) {
  const { t } = useTranslation('diagnose')
  if (endpoints.length === 0) return <p className={classes.none}>{t('noPlaces')}</p>
  return (
    <section className={classes.map} aria-label={t('map')}>
      <div className={classes.node}>
        <small>{t('targetNode')}</small>
        <strong>{target}</strong>
      </div>
      <ul>
        {placeTree(endpoints).map(({ host, addresses }) => (
          <li key={host}>
            <div className={classes.node}>
              <small>
                {t(endpoints.some((each) => each.host === host && each.role === 'mx') ? 'mxNode' : 'hostNode')}
              </small>
              <strong>{host}</strong>
            </div>
            <ul>
              {addresses.map(({ address, ports }) => (
                <li key={address}>
                  <div className={classes.node}>
                    <small>{t(address.includes(':') ? 'addressNode6' : 'addressNode4')}</small>
                    <strong>{address || t('noAddress')}</strong>
                  </div>
                  <ul className={classes.ports}>
                    {ports.map((place) => (
                      <li key={place.port}>
                        <Port place={place} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

const icons = { open: IconCircleCheck, broken: IconPlugConnectedX, closed: IconCircleOff }

/** Opens the polite session that was had there. */
function Port({ place: { port, state, durationMs, session } }: { place: EndpointState }) {
  const { t } = useTranslation('diagnose')
  const Icon = icons[state]
  return (
    <UnstyledButton
      className={classes.port}
      data-state={state}
      onClick={() => void showInLog(session, { kind: 'entry', index: 0 })}
    >
      <Icon size={16} aria-hidden />
      <strong>{port}</strong>
      <span>{t(`state_${state}`)}</span>
      {state === 'open' && <span className={classes.time}>{`${Math.round(durationMs)} ms`}</span>}
    </UnstyledButton>
  )
}
