// Primes that many servers share, by the SHA-256 of their octets: from RFCs, and from the sources of well-known programs.
// Whoever prepares for one of 1024 bits or less can read along with all of them (Logjam).

/** What it is known as; null for a prime that is not known. */
export const primeName = (sha256: string): string | null => names.get(sha256) ?? null

const names: ReadonlyMap<string, string> = new Map([
  ['9cd3b7f336872f46c09428d1bbc19877a4d440512cda8d1c1cf0cd6e33698966', 'ffdhe2048 (RFC 7919)'],
  ['0eaf67db3a839156d5013494a5318a772b5697d270d721f37f092efc69ea5a17', 'ffdhe3072 (RFC 7919)'],
  ['4648414224ac881b3d0dc59b466f96d06a558278776807797ecf1f66ff397b3e', 'ffdhe4096 (RFC 7919)'],
  ['227ac9066b3ddd9e193670cda2388fa884f65ba0cf98b742d1fe77a6687c79c7', 'ffdhe6144 (RFC 7919)'],
  ['770b14efaf6f049929c523113b3fa99a8d11dab1b18af3609590122075d19833', 'ffdhe8192 (RFC 7919)'],
  ['64fcc83ec403930bf18393dbc883ccaa1fbb08ac876f77f7aa99748ca945019b', 'modp1536 (RFC 3526)'],
  ['d66436f79bbd6b2e38c0ffbd079be904d2641415e2e67140e09448be9a60890e', 'modp2048 (RFC 3526)'],
  ['48cf8b092fbce4359d9871abf74f98e25b6163379eaa15cd9087e800c6d1c55c', 'modp3072 (RFC 3526)'],
  ['4ee95187682bcb230ad26a95205f6920e84708f6251b3894329b09ec23919e33', 'modp4096 (RFC 3526)'],
  ['d1bfe6d0925ce7e4da262b62861514a7755e35831e429f343e7b864848657efd', 'modp6144 (RFC 3526)'],
  ['39ab4feab950a3128fb71accb9fc3965d857012e081998a85996e3ea8b3c3bcf', 'modp8192 (RFC 3526)'],
  ['b52ba6a3026520a6c49d37e4587601801bee500123b3259b6bf03e7cecc3e63d', 'Oakley group 1 (RFC 2409)'],
  ['3f35a3f5f6c4376a744acad409bb22f8d897f949d2311d885adaa890981b67a0', 'Oakley group 2 (RFC 2409)'],
  ['44c55cfee5c075927cf682da5b681bdecbd5c3eb0784c14f5dce7610f0ef133d', 'group of 1024 bits (RFC 5114)'],
  ['bfe545862ca102ad1eeddb5fbfa5bf855ac4995c56a8b408ce3fe099dce93a9d', 'group of 2048 bits (RFC 5114)'],
  ['0b7835722cb619827610c2549fdda5587421686c4409a13865e76225522ddcc9', 'group of 2048 bits (RFC 5114)'],
  ['3cdb020b9ef298b2f3f6cf5a872af527337bf7b9f654b2e70c49da16a4d24137', 'mod_ssl 2.0, 512 bits'],
  ['f79d1db3c955a28fdeca462670a0712efee4b588c7858e4943883f903bd1354b', 'mod_ssl 2.0, 1024 bits'],
  ['db01e702899166da28c9bc7896af62bcdf0c96d0fb341950ba80e68bd51a57ef', 'mod_ssl 2.2, 512 bits'],
  ['bf910d9df4e0b2e76cda7443f592aa118e33ba2c224ebc27fb8978d873c8c2e3', 'mod_ssl 2.2, 1024 bits'],
  ['8ae47dca3d24e9b64640062686da234dcabada26b0da6f090c5449c1338d9a11', 'nginx, 1024 bits'],
  ['73b391ec8da33ee197aed17d7cfce1321b94e04c5b55b3c02c1c7198eb88715b', 'Java, 512 bits'],
  ['ee5483fe4b96caa10cb5b863ec409aab2762e6bf43af4a8a0a42817fef4dd7f3', 'Java, 768 bits'],
  ['cc21a33dd1a3edf40bf636b5496e4aede198a437a8548e0cc1a621424e42419b', 'Java, 1024 bits'],
  ['f26e2403f3f07946654404909f0ff81d9354de17250411b4c04b89af73178425', 'OpenSSL, 512 bits'],
  ['66d0bf38b0bdfacf2fdae33f35102ab6079fd5ff0feff8e436a4063745c72739', 'OpenSSL, 1024 bits'],
  ['3166ce19180005327a6059a2e7a4ed22775ad2f0eadaee59a7481ab391fe592f', 'OpenSSL, 2048 bits'],
  ['9e348a9471b7d123aa97071e38288379fc12a9992e8e75db2113c1ded5463ac3', 'OpenSSL, 2048 bits'],
  ['ce7728db3aed1119a82b9f17b17df9f8e370ddd7639946df09a119f924aa42e8', 'OpenSSL, 4096 bits'],
  ['74a5cce5b6a93eb755e2f48250dc7cb3ea529484af916e1368034b6f70eb25fc', 'a shared prime of 1024 bits (weakdh.org)'],
  ['196085cb4281d1ff18efaad097bc1ec0af2581444026a6a3018b1479f6d89cdb', 'a shared prime of 1024 bits (weakdh.org)'],
])
