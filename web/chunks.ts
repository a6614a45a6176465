/** What every page shows, with all styles of our own: small beside the requests it saves. PasswordInput is the entrance's. */
const frame = new RegExp([
  String.raw`src[\\/]app[\\/](App|ProjectFrame)\.tsx$`, String.raw`\.module\.css$`, String.raw`[\\/]PasswordInput\.mjs$`,
  String.raw`src[\\/]ui[\\/](Loaded|PageHeader|SectionHeader|links|Fault|Empty|words|confirm|causes|MoreButton|TermsSheet|IntervalBar|LanguageChoice)\.tsx?$`,
].join('|'))
const pieces = /src[\\/](api|lib|ui[\\/](?!guideline|GuidelineReader|TextComparison|RubricComparison)\w+\.tsx?)/
const library = /node_modules[\\/]@?(mantine|tabler|floating-ui|react-number-format)/

/**
 * Which modules travel together: a page loads the few parcels it needs, and none of them carries what another page
 * alone wants. KaTeX, code colours and the differences of programs stay out, to be fetched by the first text that has some.
 */
export const parcels = [
  // By itself: the messages are there before any page reads its texts.
  { name: 'language', test: /src[\\/]lib[\\/](i18n|storage)\.ts$/, priority: 9 },
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 8 },
  { name: 'frame', test: frame, priority: 7 },
  { name: 'reading', test: /src[\\/]ui[\\/]markdown[\\/]Markdown\.tsx$/, priority: 6 },
  { name: 'controls', test: library, minShareCount: 8, priority: 5 },
  { name: 'desk', test: library, minShareCount: 2, priority: 4 },
  { name: 'common', test: pieces, minShareCount: 3, priority: 3 },
  { name: 'figures', test: /src[\\/]ui[\\/](figures|judged[\\/](?!AnswerSheet|ItemReading|SideBySide))/, minShareCount: 2, priority: 2 },
  { name: 'extras', test: pieces, minShareCount: 2, priority: 1 },
  { name: 'task', test: /src[\\/](ui|features[\\/]calibration|lib)[\\/]/, minShareCount: 2, priority: 0 },
]
