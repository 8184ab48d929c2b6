import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const onlyHere = (message, ...names) => ({ paths: names.map((name) => ({ name, message })) })

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test/fixtures/**'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is handed in (ports/clock.ts).',
        },
      ],
    },
  },
  {
    files: ['src-main/domain/**', 'src-main/rules/**', 'src-main/usecases/**', 'src-main/documents/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is handed in.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is handed in.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance is handed in.',
        },
      ],
    },
  },
  {
    files: ['src-main/**'],
    ignores: ['src-main/crypto/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        onlyHere('Only crypto/ names an algorithm.', 'sm-crypto-v2', 'age-encryption'),
      ],
    },
  },
  {
    files: ['src-renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // The list virtualiser is such a library; its component is not memoised, which is all the rule asks.
      'react-hooks/incompatible-library': 'off',
      // A page has no clock handed in: it only measures how long nobody typed.
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
      ],
    },
  },
  {
    files: [
      'test/**',
      'electron.vite.config.ts',
      '.vitest.config.ts',
      'src-main/start.ts',
      'src-main/start.mjs',
      'src-main/cli.ts',
      'src-main/serve.ts',
      'src-main/cli/**',
      'src-main/shell/**',
    ],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**'],
    rules: { 'max-lines': ['error', { max: 500 }], '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
