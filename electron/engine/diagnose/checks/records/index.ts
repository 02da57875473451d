// The checks of what a domain publishes in DNS, in the order in which a person would ask.
import type { RecordCheck } from '../../records/domain-records.ts'
import { dnsAnswers } from './dns-answers.ts'
import { domainNoAlias } from './domain-no-alias.ts'
import { mxDuplicates } from './mx-duplicates.ts'
import { mxHostNames } from './mx-host-names.ts'
import { mxHostsFound } from './mx-hosts-found.ts'
import { mxLifetime } from './mx-lifetime.ts'
import { mxNoAlias } from './mx-no-alias.ts'
import { mxPublic } from './mx-public.ts'
import { nullMxAlone } from './null-mx-alone.ts'
import { resolverTrust } from './resolver-trust.ts'

export const recordChecks: readonly RecordCheck[] = [
  resolverTrust,
  dnsAnswers,
  nullMxAlone,
  mxNoAlias,
  mxHostNames,
  mxHostsFound,
  mxPublic,
  mxDuplicates,
  mxLifetime,
  domainNoAlias,
]
