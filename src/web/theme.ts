import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f3f5f9',
  '#e6e9f0',
  '#cdd3e0',
  '#aab4c9',
  '#8894b0',
  '#64718f',
  '#4d5a78',
  '#3a4661',
  '#273149',
  '#161d30',
];

/** Look of the pages: one calm accent, small type for dense lists, system fonts that hold Chinese. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  colors: { ink },
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' } } },
});
