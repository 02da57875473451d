import { describe, expect, it } from 'vitest'
import { mailHtml } from '../../../../electron/services/page/mail-html.ts'

/** What stands in the body, where the mail's pictures are those of `pictures`. */
function shown(html: string, pictures: Record<string, string> = {}): string {
  const page = mailHtml(html, (contentId) => pictures[contentId] ?? null)
  return page.slice(page.indexOf('<body>') + '<body>'.length, page.indexOf('</body>'))
}

describe('the HTML of a mail', () => {
  it.each([
    ['<p style="color:red">Red</p>', '<p style="color:red">Red</p>'],
    ['<style>p { color: red }</style><p>Red</p>', '<style>p { color: red }</style><p>Red</p>'],
    [
      '<table bgcolor="#eee"><tr><td colspan="2">x</td></tr></table>',
      '<table bgcolor="#eee"><tr><td colspan="2">x</td></tr></table>',
    ],
  ])('keeps what draws: %s', (html, kept) => {
    expect(shown(html)).toBe(kept)
  })

  it.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<iframe src="https://x.example"></iframe>a', 'a'],
    ['<form action="https://x.example"><input name="password">a</form>', 'a'],
    ['<meta http-equiv="refresh" content="0; url=https://x.example">a', 'a'],
    ['<base href="https://x.example">a', 'a'],
    ['<link rel="preconnect" href="https://x.example">a', 'a'],
    ['<svg onload="alert(1)"></svg>a', 'a'],
    [
      '<a href="javascript:alert(1)">a</a>',
      '<a target="_blank" rel="noopener noreferrer" title="javascript:alert(1)">a</a>',
    ],
  ])('drops what runs, loads or sends: %s', (html, kept) => {
    expect(shown(html)).toBe(kept)
  })

  it.each([
    ['<img src="https://x.example/pixel.gif" alt="x" />', '<img alt="x" />'],
    ['<img src="//x.example/pixel.gif" />', '<img />'],
    ['<img src="cid:gone@x" />', '<img />'],
  ])('loads no picture from elsewhere: %s', (html, kept) => {
    expect(shown(html)).toBe(kept)
  })

  it('shows the pictures that came with the mail', () => {
    const pictures = { 'logo@x': 'data:image/png;base64,AA==' }
    expect(shown('<img src="cid:logo%40x" />', pictures)).toBe('<img src="data:image/png;base64,AA==" />')
  })

  it('opens a link outside and says where it leads', () => {
    expect(shown('<a href="https://x.example/">Your bank</a>')).toBe(
      '<a href="https://x.example/" target="_blank" rel="noopener noreferrer" title="https://x.example/">Your bank</a>',
    )
  })
})
