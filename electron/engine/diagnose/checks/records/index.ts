// The checks of what a domain publishes in DNS, in the order in which a person would ask.
import type { RecordCheck } from '../../records/domain-records.ts'
import { certificateIssuers } from './certificate-issuers.ts'
import { delegationSound } from './delegation-sound.ts'
import { dkimForm } from './dkim-form.ts'
import { dkimFound } from './dkim-found.ts'
import { dkimStrength } from './dkim-strength.ts'
import { dkimVerified } from './dkim-verified.ts'
import { dmarcAligned } from './dmarc-aligned.ts'
import { dmarcForm } from './dmarc-form.ts'
import { dmarcFound } from './dmarc-found.ts'
import { dmarcReports } from './dmarc-reports.ts'
import { dmarcStrength } from './dmarc-strength.ts'
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
import { senderLogo } from './sender-logo.ts'
import { serviceRecords } from './service-records.ts'
import { signatureAge } from './signature-age.ts'
import { signedNames } from './signed-names.ts'
import { spfDeadNames } from './spf-dead-names.ts'
import { spfEnding } from './spf-ending.ts'
import { spfEvaluated } from './spf-evaluated.ts'
import { spfGrammar } from './spf-grammar.ts'
import { spfLookups } from './spf-lookups.ts'
import { spfModerate } from './spf-moderate.ts'
import { spfOne } from './spf-one.ts'
import { stsAnnounced } from './sts-announced.ts'
import { stsFetched } from './sts-fetched.ts'
import { stsPolicyForm } from './sts-policy-form.ts'
import { stsPolicyNames } from './sts-policy-names.ts'
import { tlsReports } from './tls-reports.ts'
import { autoconfig, autodiscover } from './web-settings.ts'

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
  delegationSound,
  spfOne,
  spfGrammar,
  spfLookups,
  spfDeadNames,
  spfEnding,
  spfModerate,
  spfEvaluated,
  dmarcFound,
  dmarcForm,
  dmarcStrength,
  dmarcReports,
  dmarcAligned,
  dkimFound,
  dkimForm,
  dkimStrength,
  dkimVerified,
  tlsReports,
  stsAnnounced,
  stsFetched,
  stsPolicyForm,
  stsPolicyNames,
  serviceRecords,
  autoconfig,
  autodiscover,
  senderLogo,
  certificateIssuers,
  signedNames,
  signatureAge,
]
