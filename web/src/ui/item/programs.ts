export type Program = { language: string; code: string }

const fence = /^([ \t]{0,3})(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n]*\n([\s\S]*?)(?:^[ \t]{0,3}\2[ \t]*$|(?![\s\S]))/gm
/** What a program printed is shown in a block of its own and is no program. */
const printed = new Set(['output', 'text', 'console', 'stdout'])

/** The program in an answer: its longest block of code; null where it has none. */
export function programIn(text: string): Program | null {
  const found = [...text.matchAll(fence)].map((match) => ({ language: match[3]!.toLowerCase(), code: match[4]!.replace(/\n$/, '') })).filter((program) => !printed.has(program.language))
  return found.sort((a, b) => b.code.length - a.code.length)[0] ?? null
}
