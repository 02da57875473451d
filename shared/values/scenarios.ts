// How the loopback server may behave, by what a session shows of it. The names alone: help and usage errors need no more.

export const scenarioGroups = [
  { name: 'ordinary', scenarios: ['none'] },
  {
    name: 'greeting',
    scenarios: ['greeting-refused', 'busy', 'greeting-late', 'greeting-lines', 'greeting-starred', 'tls-first'],
  },
  { name: 'offers', scenarios: ['refuse-ehlo', 'contradictions', 'empty-offer', 'extra-offers'] },
  {
    name: 'encryption',
    scenarios: [
      'no-starttls',
      'starttls-refused',
      'starttls-drop',
      'starttls-garbage',
      'starttls-injected',
      'starttls-again',
      'plaintext-kept',
      'state-kept',
    ],
  },
  {
    name: 'login',
    scenarios: [
      'refuse-login',
      'any-login',
      'login-leaks-words',
      'login-leaks-time',
      'locks-out',
      'scram-impostor',
      'token-refused',
    ],
  },
  { name: 'recipients', scenarios: ['greylist', 'own-recipients', 'few-recipients', 'mixed-recipients'] },
  {
    name: 'mail',
    scenarios: [
      'refuse-content',
      'refuse-late',
      'drop-after-dot',
      'closes-at-data',
      'slow-drain',
      'false-ends',
      'chunks',
      'chunks-as-commands',
    ],
  },
  { name: 'answers', scenarios: ['slow', 'impatient', 'trickle', 'long-lines', 'bare-lf', 'mixed-codes'] },
] as const

type Group = (typeof scenarioGroups)[number]
export type ScenarioGroup = Group['name']
/** How the server behaves. Recipients such as `550-5.1.1@anything` are refused with that code under every scenario. */
export type Scenario = Group['scenarios'][number]

export const scenarios: readonly Scenario[] = scenarioGroups.flatMap((group): readonly Scenario[] => group.scenarios)
