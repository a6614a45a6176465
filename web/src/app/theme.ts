import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { t } from '~/lib/i18n'

const stone: MantineColorsTuple = [
  '#faf8f4', '#f3f0e9', '#e8e3d9', '#d8d2c5', '#bdb5a6', '#9b9384', '#7b7467', '#5d574c', '#3f3a32', '#27241f',
]
const night: MantineColorsTuple = [
  '#e9e5dd', '#d0cabf', '#aca598', '#8a8377', '#57524a', '#3b3731', '#2a2723', '#1c1a17', '#161412', '#0f0e0c',
]
const pine: MantineColorsTuple = [
  '#edf5f3', '#d8e8e4', '#b2d2cb', '#8abbb1', '#6aa79b', '#4a9086', '#2f7a6f', '#1f655b', '#165149', '#0e3e38',
]
const gold: MantineColorsTuple = [
  '#fdf6e7', '#f8e9c8', '#f0d394', '#e7bb5c', '#dca739', '#c9922a', '#a97621', '#855c1a', '#674714', '#4a330f',
]
const clay: MantineColorsTuple = [
  '#fcf1ee', '#f7ddd6', '#eeb8ab', '#e4907d', '#d96f58', '#c9563f', '#b24430', '#933525', '#75291c', '#561d13',
]

/** Warm paper, one deep accent, and type that tells 1 from l and 0 from O: people read doses and dates here all day. */
export const theme = createTheme({
  colors: { gray: stone, dark: night, pine, gold, clay, red: clay, yellow: gold, green: pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace",
  headings: { fontFamily: "'Source Serif 4 Variable', Georgia, serif", fontWeight: '600' },
  fontSizes: { xs: '0.8rem', sm: '0.9rem', md: '1rem', lg: '1.125rem', xl: '1.3rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    Badge: { defaultProps: { tt: 'none', fw: 600, fz: 12.5, radius: 'sm', miw: 'max-content' } },
    Button: { defaultProps: { fw: 550 } },
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('Close') } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.3 } } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
  },
})

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-text': '#27241f',
    '--mantine-color-dimmed': '#655f54',
    '--mantine-color-placeholder': '#757064',
    '--mantine-color-error': '#a03b29',
    '--mantine-color-anchor': '#1f655b',
    '--sheet': '#fffefb',
    '--well': '#f3f0e9',
    '--line': '#e2dccf',
    '--line-strong': '#8f8778',
    '--accent-wash': '#e6f0ed',
    '--gold-wash': '#fbf0d6',
    '--clay-wash': '#fbeae5',
    '--gold-ink': '#74500f',
    '--clay-ink': '#8a3020',
    '--accent-ink': '#165149',
    '--added': '#d5ead9',
    '--removed': '#f8d9d2',
  },
  dark: {
    '--mantine-color-body': '#181613',
    '--mantine-color-text': '#e9e5dd',
    '--mantine-color-dimmed': '#aca598',
    '--mantine-color-placeholder': '#958e82',
    '--mantine-color-error': '#ee9d8b',
    '--mantine-color-anchor': '#8abbb1',
    '--sheet': '#201e1a',
    '--well': '#272420',
    '--line': '#37332d',
    '--line-strong': '#7d766a',
    '--accent-wash': '#1d3531',
    '--gold-wash': '#3a2f17',
    '--clay-wash': '#40241d',
    '--gold-ink': '#ecc777',
    '--clay-ink': '#f0a898',
    '--accent-ink': '#a5cfc6',
    '--added': '#1f4030',
    '--removed': '#512a22',
  },
})
