// What the DNS answered to one question, in Spanish: the records themselves are no language.
type Sentence = readonly [said: RegExp, spanish: string]

export const dnsSentences: readonly Sentence[] = [
  [/^([A-Z]+\d*) (\S+): no such name\.$/, '$1 $2: ese nombre no existe.'],
  [/^([A-Z]+\d*) (\S+): no such record\.$/, '$1 $2: no hay tal registro.'],
  [/^([A-Z]+\d*) (\S+), by ([^:]+): no such name\.$/, '$1 $2, por $3: ese nombre no existe.'],
  [/^([A-Z]+\d*) (\S+), by ([^:]+): no such record\.$/, '$1 $2, por $3: no hay tal registro.'],
  [/^([A-Z]+\d*) (\S+), by ([^:]+): (.*)$/, '$1 $2, por $3: $4'],
  [/^DNS was asked for (\S+) of (\S+): (.*)\.$/, 'Se pidió al DNS $1 de $2: $3.'],
  [/^DNS at (\S+) was asked for (\S+) of (\S+): (.*)\.$/, 'Se pidió al DNS de $1 $2 de $3: $4.'],
]
