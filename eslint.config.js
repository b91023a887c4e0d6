import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TRANSACTIONS = {
  selector: "CallExpression[callee.property.name='transaction'][callee.object.property.name='dataSource']",
  message:
    'Only Database.transaction opens transactions: it retries, runs what comes after the commit, and hands out the Tx.',
};
const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in base/config; inject Settings instead.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', 'web/src/api/schema.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      'no-restricted-syntax': ['error', TRANSACTIONS, ENVIRONMENT],
    },
  },
  {
    // The one opener of transactions, and the one reader of the environment.
    files: ['src/base/database/database.service.ts'],
    rules: { 'no-restricted-syntax': ['error', ENVIRONMENT] },
  },
  {
    files: ['src/main.ts', 'src/base/config/**', 'src/base/database/embedded-postgres*.ts'],
    rules: { 'no-restricted-syntax': ['error', TRANSACTIONS] },
  },
  {
    // A migration is one statement after the other.
    files: ['migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A component says what stands where, line by line.
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // What is handed over in props belongs to nobody.
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': ['error', { max: 100, skipComments: true }],
    },
  },
  {
    // A test reads answers of the API as they come, and a describe block is as long as what it describes.
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
