// Which authority issued a certificate, by the names that CAA records have for it. Pure.

/** What stands in the issuer of a certificate, and the names its authority answers to in CAA records. */
const known: readonly (readonly [issuer: RegExp, ...names: readonly string[]])[] = [
  [/Let's Encrypt|Internet Security Research Group/i, 'letsencrypt.org'],
  [/DigiCert|GeoTrust|RapidSSL|Thawte/i, 'digicert.com', 'symantec.com', 'geotrust.com', 'rapidssl.com', 'thawte.com'],
  [
    /Sectigo|COMODO|USERTRUST|ZeroSSL/i,
    'sectigo.com',
    'comodoca.com',
    'comodo.com',
    'usertrust.com',
    'trust-provider.com',
  ],
  [/Google Trust Services/i, 'pki.goog'],
  [/\bO=Amazon\b/i, 'amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'],
  [/GlobalSign/i, 'globalsign.com'],
  [/GoDaddy|Starfield/i, 'godaddy.com', 'starfieldtech.com'],
  [/Buypass/i, 'buypass.com', 'buypass.no'],
  [/Actalis/i, 'actalis.it'],
  [/SwissSign/i, 'swisssign.com'],
]

/** Null for an authority that is not known here: its names in CAA records could be any. */
export const namesOfAuthority = (issuer: string): readonly string[] | null => {
  const found = known.find(([pattern]) => pattern.test(issuer))
  return found === undefined ? null : found.slice(1).map(String)
}
