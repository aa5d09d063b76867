import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import globals from 'globals';

const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const noApp = {
  regex: '(^@|\\.\\.)/app(/|$)',
  message: 'Only app knows app: screens are handed to it by routes.tsx, rail.ts and commands.ts.',
};
const noFeature = {
  regex: '(^@|\\.\\.)/features(/|$)',
  message: 'lib and components know no feature; let the feature pass in what it means.',
};
const otherFeature = {
  // A feature reaches its own files by ./ and ../; the alias is how it would reach another one.
  regex:
    '^@/features/|^(\\.\\./)+(account|home|job|mailing|notice|plugin|profile|rehearsal|report|resource|sender|setup|template)/|/features/',
  message: 'Features do not know one another: move what is shared to components or lib, or link by path.',
};
const noComponents = { regex: '(^@|\\.\\.)/components(/|$)', message: 'lib is below components.' };

export default tseslint.config(
  { ignores: ['target', 'node_modules', 'src/lib/api/schema.d.ts', '*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-console': 'error',
      'max-lines': ['error', 300],
      // TanStack Table returns functions that React's compiler cannot memoize; we do not use the compiler.
      'react-hooks/incompatible-library': 'off',
      // A handle for a screen that its own route focuses is wanted by people who use the keyboard.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXElement > JSXText[value=/[A-Za-zА-Яа-яЁё]{2,}/]',
          message: 'Words come from the i18n files, in both languages.',
        },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is never HTML.' },
      ],
    },
  },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tools/**', 'e2e/**', '*.config.*', 'public/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-console': 'off' },
  },
  { files: ['src/lib/**'], rules: restricted(noApp, noFeature, noComponents) },
  { files: ['src/components/**'], rules: restricted(noApp, noFeature) },
  { files: ['src/features/**'], rules: restricted(noApp, otherFeature) },
);
