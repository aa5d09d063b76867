import {
  Badge,
  Button,
  Card,
  Checkbox,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Input,
  Table,
  Tabs,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';

const post: MantineColorsTuple = [
  '#EAEFFD',
  '#D5DFFB',
  '#B4C5FA',
  '#9DB3FF',
  '#7390F3',
  '#4468E2',
  '#2F55D4',
  '#2749BD',
  '#213C98',
  '#1C2747',
];
const dark: MantineColorsTuple = [
  '#E9ECF1',
  '#B3BBC8',
  '#929BAA',
  '#6F7989',
  '#2A313B',
  '#272D37',
  '#1C2129',
  '#161A21',
  '#0E1116',
  '#090B0F',
];
const height: Record<string, string> = { xs: '28px', sm: '34px', md: '40px', lg: '44px' };

/** The design language as Mantine knows it; what it has no word for is in tokens.css. */
export const theme = createTheme({
  primaryColor: 'post',
  primaryShade: { light: 6, dark: 5 },
  colors: { post, dark },
  black: '#141821',
  defaultRadius: 'sm',
  // No generic "system-ui": Windows changes it with the language.
  fontFamily: '-apple-system, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '28px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '999px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '14px', lineHeight: '20px' } },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm', variant: 'default' },
      vars: (_theme, props) => ({ root: { '--button-height': height[props.size ?? 'sm'] } }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({ wrapper: { '--input-height': height[props.size ?? 'sm'] } }),
    }),
    Card: Card.extend({ defaultProps: { withBorder: true, radius: 'md', padding: 'lg' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', size: 'lg', tt: 'none', fw: 500 } }),
    Table: Table.extend({
      defaultProps: { horizontalSpacing: 'sm', verticalSpacing: 'sm', highlightOnHover: true, stickyHeader: true },
    }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Checkbox: Checkbox.extend({ defaultProps: { radius: 'xs' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', padding: 'xl' } }),
    Drawer: Drawer.extend({ defaultProps: { radius: 'lg' } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300 } }),
  },
});
