import eslint from '@eslint/js'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** Imports run one way; the same rule is held by test/architecture. */
const mayNotImport = (files, folders, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: folders, message }] }] },
})

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
  mayNotImport(['corpus/**/*.ts'], ['**/indexer/**', '**/server/**'], 'corpus imports nothing of ours'),
  mayNotImport(['indexer/**/*.ts'], ['**/server/**'], 'the indexer does not know the server'),
)
