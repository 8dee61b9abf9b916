import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine's greys of the dark scheme, in the tint of these pages. */
const dark: MantineColorsTuple = [
  '#e4e7ee',
  '#c3c9d6',
  '#9aa3b5',
  '#7a8497',
  '#414959',
  '#343b4a',
  '#232936',
  '#1a1e27',
  '#151821',
  '#12151c',
];

/** Look of the pages: one calm accent, small type for dense lists, system fonts that hold Chinese. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: { dark },
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' } } },
});
