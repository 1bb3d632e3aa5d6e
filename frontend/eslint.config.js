import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url));

// The studio page lays out the stages and their parts; artists and money are chosen in several places.
const STUDIO_PARTS = [
  'adjust',
  'sheet',
  'story',
  'references',
  'storyboard',
  'video',
  'takes',
  'compare',
  'artists',
  'money',
  'rating',
];
const mayKnow = {
  studio: STUDIO_PARTS,
  brief: ['artists', 'money'],
  ledger: ['money'],
  director: ['money'],
  insights: ['money'],
};

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'src/api/schema.gen.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.strict,
    ],
    languageOptions: { globals: globals.browser, parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.app.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            { target: './src/shared', from: './src/features', message: 'shared knows no feature.' },
            { target: './src/shared', from: './src/app', message: 'shared does not know the app.' },
            { target: './src/api', from: './src/features', message: 'api knows no feature.' },
            { target: './src/api', from: './src/app', message: 'api does not know the app.' },
            { target: './src/features', from: './src/app', message: 'Features do not know the app.' },
            ...features.map((feature) => ({
              target: `./src/features/${feature}`,
              from: './src/features',
              except: [feature, ...(mayKnow[feature] ?? [])].map((name) => `./${name}`),
              message: 'Features do not import each other; share through src/shared or compose in src/app.',
            })),
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['*.js'], languageOptions: { globals: globals.node } },
);
