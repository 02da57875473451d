import { describe, expect, it } from 'vitest'
import { createSurvey } from '../../../../electron/engine/loopback/survey.ts'

function survey(...pieces: readonly string[]) {
  const seen = createSurvey()
  for (const piece of pieces) seen.add(Buffer.from(piece))
  return { first: seen.firstLines(), ...seen.facts() }
}

describe('what is told of a mail', () => {
  it('is its size, its lines and the longest of them', () => {
    expect(survey('Subject: x\r\n\r\nañb\r\n')).toEqual({
      first: 'Subject: x\n\nañb',
      octets: 20,
      lines: 3,
      longestLine: 10,
    })
  })

  it('is the same however the mail is cut', () => {
    const mail = 'Subject: x\r\n\r\nlonger than that\r\nbare\nend'
    const seen = [...mail].map((_sign, at) => survey(mail.slice(0, at), mail.slice(at)))
    expect(new Set([...seen, survey(...mail)].map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]).toMatchObject({ octets: mail.length, lines: 4, longestLine: 16, bareLineFeeds: 1 })
  })

  it('shows no more than the first lines', () => {
    const { first } = survey('line\r\n'.repeat(1000))
    expect(first.split('\n')).toHaveLength(12)
    expect(survey('x'.repeat(100_000)).first).toHaveLength(1024)
  })
})
