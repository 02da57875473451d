// `npm run bench`: measures sending and receiving beside other programs, and says which targets were met. See README.md.
import { parseArgs } from 'node:util'
import { measure } from './measure.ts'
import { sizeOf } from './row.ts'
import { rows } from './rows/index.ts'
import { summaryOf, tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const wanted = rows.filter(({ name }) => values.only.length === 0 || values.only.some((one) => name.startsWith(one)))
if (wanted.length === 0)
  throw new Error(`No row begins with ${values.only}. There are: ${rows.map(({ name }) => name).join(', ')}`)

const results = []
for (const row of wanted) {
  const result = await measure(row, sizeOf(values.quick))
  results.push(result)
  if (!values.json) console.log(tableOf(result))
}
console.log(values.json ? JSON.stringify(results, null, 2) : summaryOf(results))
