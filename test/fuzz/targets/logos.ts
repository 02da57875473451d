// The pictures of logos, as somebody's web server hands them out.
import { faultsOfSvg } from '../../../electron/engine/diagnose/records/tiny-svg.ts'
import { octets } from '../corpus.ts'
import { assert, type Target } from '../target.ts'

const head = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps">'

export const logos: Target = {
  name: 'logos',
  share: 4,
  samples: octets([
    `${head}<title>Shop</title><path d="M0 0" fill="url(#a)"/></svg>`,
    `${head}<title>A &amp; B</title><script>alert(1)</script><!-- a --><![CDATA[<g>]]></svg>`,
    `<!DOCTYPE svg [<!ENTITY a "b">]>${head}<g onclick="a()"><use xlink:href="https://a.example/"/></g></svg>`,
  ]),
  check(input) {
    const faults = faultsOfSvg(input.toString('utf8'))
    assert(new Set(faults).size === faults.length, 'each fault is told once')
  },
}
