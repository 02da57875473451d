// The map: from the target over its servers and their addresses to each port, coloured by how its session went.
import { UnstyledButton } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleOff,
  IconLock,
  IconLockExclamation,
  IconLockOpen2,
  IconPlugConnectedX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EndpointState, Offers } from '#shared/values/report.ts'
import { showProof } from '../../ui/finding/show-proof.ts'
import type { Seen } from '../situation.ts'
import classes from './place-map.module.css'
import { placeTree } from './place-tree.ts'

type PlaceMapProps = { seen: Pick<Seen, 'target' | 'endpoints' | 'offers'> }

export function PlaceMap({ seen: { target, endpoints, offers } }: PlaceMapProps) {
  const { t } = useTranslation('diagnose')
  return (
    <section className={classes.map} aria-label={t('tab_map')}>
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
                    {address && <small>{t(address.includes(':') ? 'addressNode6' : 'addressNode4')}</small>}
                    <strong>{address || t('noAddress')}</strong>
                  </div>
                  <ul className={classes.ports}>
                    {ports.map((place) => (
                      <li key={place.port}>
                        <Port place={place} offers={offers.find(({ endpoint }) => endpoint === place.endpoint)} />
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

type PortProps = { place: EndpointState; offers: Offers | undefined }

/** Opens the polite session that was had there. */
function Port({ place: { port, state, durationMs, session }, offers }: PortProps) {
  const { t } = useTranslation('diagnose')
  const Icon = icons[state]
  return (
    <UnstyledButton className={classes.port} data-state={state} onClick={() => void showProof({ session, entry: 0 })}>
      <Icon size={16} aria-hidden />
      <strong>{port}</strong>
      <span>{t(`state_${state}`)}</span>
      {offers && <Encryption tls={offers.tls} />}
      {state === 'open' && <span className={classes.time}>{`${Math.round(durationMs)} ms`}</span>}
    </UnstyledButton>
  )
}

/** A closed padlock for a certificate that holds, an open one where everything is readable. */
function Encryption({ tls }: Pick<Offers, 'tls'>) {
  const { t } = useTranslation('diagnose')
  const state = tls === null ? 'none' : tls.authorized ? 'trusted' : 'untrusted'
  const Icon = padlocks[state]
  return (
    <span className={classes.tls} data-tls={state}>
      <Icon size={15} aria-hidden />
      {tls === null ? t('noTlsShort') : `${tls.version}${state === 'untrusted' ? ` · ${t('untrustedShort')}` : ''}`}
    </span>
  )
}

const padlocks = { trusted: IconLock, untrusted: IconLockExclamation, none: IconLockOpen2 }
