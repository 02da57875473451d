// What the log says of the policies of domains (DNSSEC, DANE, MTA-STS), in Spanish.

export const policySentences: readonly (readonly [RegExp, string])[] = [
  [
    /^DANE is not used: the MX answer for (.*) is not validated \(DNSSEC\)\.$/,
    'No se usa DANE: la respuesta MX de $1 no está validada (DNSSEC).',
  ],
  [
    /^DANE is not used: the answer for (.*) is marked as validated, but (.*) is neither on this computer nor one that was chosen\.$/,
    'No se usa DANE: la respuesta de $1 viene marcada como validada, pero $2 ni está en este equipo ni se eligió.',
  ],
  [
    /^DANE: what DNS says of (.*) is not validated \(DNSSEC\), so its keys are not asked for\.$/,
    'DANE: lo que dice el DNS de $1 no está validado (DNSSEC), así que no se piden sus claves.',
  ],
  [/^DANE: (.*) has no TLSA records\.$/, 'DANE: $1 no tiene registros TLSA.'],
  [
    /^DANE: (.*) must show a certificate that matches its TLSA records \((.*)\)\.$/,
    'DANE: $1 debe mostrar un certificado que coincida con sus registros TLSA ($2).',
  ],
  [
    /^DANE: (.*) has TLSA records that mail cannot use \((.*)\): TLS is required, whatever the certificate\.$/,
    'DANE: $1 tiene registros TLSA que no sirven para el correo ($2): se exige TLS, sea cual sea el certificado.',
  ],
  [/^MTA-STS: (.*) has no policy\.$/, 'MTA-STS: $1 no tiene política.'],
  [/^MTA-STS: the policy of (.*) is not used: (.*)$/, 'MTA-STS: no se usa la política de $1: $2'],
  [
    /^MTA-STS: the policy (.*) of (.*) is “(.*)” for no host\. It was fetched (now|before)\.$/,
    'MTA-STS: la política $1 de $2 es «$3», sin servidores.',
  ],
  [
    /^MTA-STS: the policy (.*) of (.*) is “(.*)” for (.*)\. It was fetched now\.$/,
    'MTA-STS: la política $1 de $2 es «$3» para $4. Se acaba de obtener.',
  ],
  [
    /^MTA-STS: the policy (.*) of (.*) is “(.*)” for (.*)\. It was fetched before\.$/,
    'MTA-STS: la política $1 de $2 es «$3» para $4. Se obtuvo antes.',
  ],
  [
    /^MTA-STS: a newer policy of (.*) cannot be had: (.*)$/,
    'MTA-STS: no se pudo obtener una política más nueva de $1: $2',
  ],
  [
    /^MTA-STS is being tested: (.*) is not in the policy, and will get no mail once it is enforced\.$/,
    'MTA-STS está en pruebas: $1 no está en la política y no recibirá correo cuando se aplique.',
  ],
  [
    /^MTA-STS is being tested: (.*) did not encrypt, and will get no mail once the policy is enforced\.$/,
    'MTA-STS está en pruebas: $1 no cifró y no recibirá correo cuando se aplique la política.',
  ],
  [
    /^MTA-STS is being tested: (.*) showed a certificate that does not hold, and will get no mail once the policy is enforced\.$/,
    'MTA-STS está en pruebas: el certificado de $1 no es válido, y no recibirá correo cuando se aplique la política.',
  ],
  [
    /^(.*) gets no mail: the MTA-STS policy of (.*) allows (.*)\.$/,
    '$1 no recibe correo: la política MTA-STS de $2 permite $3.',
  ],
  [/^The signatures \(DNSSEC\) of (.*) do not hold: (.*)$/, 'Las firmas (DNSSEC) de $1 no son válidas: $2'],
  [/^DNS at (.*) was asked for (.*) of (.*): (.*)$/, 'Se preguntó al DNS en $1 por $2 de $3: $4'],
  [
    /^The MX record names the address (.*), where only a name may stand (\(.*\))\.$/,
    'El registro MX indica la dirección $1, donde solo puede ir un nombre $2.',
  ],
  [
    /^(.*) is an alias of (.*), which an MX host must not be (\(.*\))\.$/,
    '$1 es un alias de $2, cosa que un servidor MX no debe ser $3.',
  ],
]
