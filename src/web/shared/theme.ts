import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  PasswordInput,
  TextInput,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e3f1ef',
  '#c9e5e1',
  '#98cec7',
  '#6bd0c4',
  '#4cc2b4',
  '#2ba095',
  '#168683',
  '#0b6e6e',
  '#095a5a',
  '#064747',
];

/** Mantine paints its dark fields and lines from these; they are the tokens of the dark scheme. */
const dark: MantineColorsTuple = [
  '#e8eaec',
  '#c9ced4',
  '#a3abb5',
  '#959ea9',
  '#2b3036',
  '#24292e',
  '#1b1f23',
  '#14171a',
  '#101316',
  '#0c0e10',
];

export const theme = createTheme({
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  fontFamily: 'system-ui, "Segoe UI", Inter, sans-serif',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '16px' }, h2: { fontSize: '14px' } } },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
    // A form asks only for what it needs, so a star at each field would say nothing.
    TextInput: TextInput.extend({ defaultProps: { withAsterisk: false } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { withAsterisk: false } }),
  },
});

/** Mantine's own variables speak the tokens of tokens.css, so that one page of colours rules both. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--faint)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-error': 'var(--breach)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent)',
    '--mantine-color-petrol-filled': 'var(--accent)',
    '--mantine-color-petrol-filled-hover': 'var(--accent-hover)',
  },
  light: {},
  dark: {},
});
