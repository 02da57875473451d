// The faults of the network that `faulty-network.sh` makes, and what the diagnosis must say of each.
export type NetworkFault = {
  readonly name: string
  /** The hosts of a domain, and their addresses. */
  readonly hosts: Readonly<Record<string, readonly string[]>>
  /** By check: its result, and the beginning of its summary. */
  readonly results: Readonly<Record<string, string>>
}

const mx = (...addresses: readonly string[]) => ({ 'mx.heloise.test': addresses })

export const networkFaults: readonly NetworkFault[] = [
  {
    name: 'nobody listens',
    hosts: mx('127.0.0.1'),
    results: {
      'RCH-01': 'fail: mx.heloise.test can be reached, but refused',
      'RCH-02': 'info: The host itself refused',
    },
  },
  {
    name: 'packets are dropped on the way',
    hosts: mx('192.0.2.13'),
    results: { 'RCH-01': 'fail: mx.heloise.test did not answer on port 25', 'RCH-02': 'info: Nobody answered at all' },
  },
  {
    name: 'there is no way there, and somebody says so',
    hosts: mx('198.51.100.1'),
    results: { 'RCH-01': 'fail: This network has no route', 'RCH-02': 'info: This network knows no way' },
  },
  {
    name: 'this computer forbids it',
    hosts: mx('198.51.100.2'),
    results: {
      'RCH-01': 'indeterminate: Not judged',
      'RCH-02': 'info: This computer itself forbade',
    },
  },
  {
    name: 'this computer throws packets away',
    hosts: mx('198.51.100.3'),
    results: { 'RCH-01': 'fail: This network has no route', 'RCH-02': 'info: This network knows no way' },
  },
  {
    name: 'this network has no way out',
    hosts: mx('203.0.113.1'),
    results: { 'RCH-01': 'fail: This network has no route', 'RCH-02': 'info: This network knows no way' },
  },
  {
    name: 'this network lets nothing out by port 25',
    hosts: { 'one.test': ['192.0.2.11'], 'two.test': ['192.0.2.12'] },
    results: { 'RCH-03': 'fail: No server answers on port 25' },
  },
  {
    name: 'this network lets nothing out by port 25 to the one host that there is',
    hosts: mx('192.0.2.11'),
    results: { 'RCH-03': 'warn: Port 25 gives no answer' },
  },
  {
    name: 'everything is silent',
    hosts: mx('192.0.2.13'),
    results: { 'RCH-03': 'indeterminate: Not judged' },
  },
  {
    name: 'this computer has no IPv6',
    hosts: mx('127.0.0.1', '2001:db8::1'),
    results: { 'RCH-05': 'info: Your network has no IPv6' },
  },
]
