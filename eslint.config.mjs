import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import tseslint from 'typescript-eslint';

const outsideClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock port for the time.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock port.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Ask the Clock port.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pass randomness in.',
  },
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Read settings in src/config.' },
];

export default tseslint.config(
  { ignores: ['node_modules', '.data', 'hubspot-project'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', '.dependency-cruiser.mjs'] } },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**', 'src/adapters/system/**', 'src/**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...outsideClock] },
  },
  ...uiExtensions
    .filter(({ plugins }) => plugins)
    .map((config) => ({
      ...config,
      files: ['extensions/src/**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    })),
  {
    files: ['**/*.mjs', 'src/http/status-page/*.js'],
    languageOptions: { parserOptions: { projectService: false } },
    extends: [tseslint.configs.disableTypeChecked],
  },
);
