/** Each of these ran code in some Markdown renderer once. */
export const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#x0A;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)',
  '![x](" onerror="alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<details open ontoggle=alert(1)>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
  '<form action="javascript:alert(1)"><button>go</button></form>',
  '<object data="javascript:alert(1)"></object>',
  '<style>@import "//evil"</style>',
  '<base href="//evil/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\htmlData{onclick=alert(1)}{x}$',
  '$\\includegraphics{https://evil/x.png}$',
  '```html"><script>alert(1)</script>\nx\n```',
  '`<img src=x onerror=alert(1)>`',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '<!--><img src=x onerror=alert(1)>-->',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '<https://x" onmouseover="alert(1)>',
  'http://x.y/"onmouseover="alert(1)',
]

/** What in a part of the page could run or fetch; nothing, where the page keeps to its rules. */
export function dangers(shown: ParentNode): string[] {
  const found = [...shown.querySelectorAll('script, iframe, object, embed, base, meta, link, svg[onload], img')].map((element) => element.outerHTML)
  for (const element of shown.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name)) found.push(`${attribute.name}=${attribute.value}`)
      if (['href', 'src', 'action', 'xlink:href'].includes(attribute.name) && /^\s*(javascript|vbscript|data:)/i.test(attribute.value)) found.push(`${attribute.name}=${attribute.value}`)
    }
  }
  return found
}
