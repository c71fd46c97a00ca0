import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may know whom: the same table stands in CONTRIBUTING.md. */
const boundaries = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:tool', 'type:lib'] },
  { sourceTag: 'lib:composition', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:downstream', onlyDependOnLibsWithTags: ['lib:composition', 'lib:redis'] },
  { sourceTag: 'lib:auth', onlyDependOnLibsWithTags: ['lib:composition', 'lib:redis'] },
  { sourceTag: 'lib:presentation', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:redis', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'lib:http-service', onlyDependOnLibsWithTags: ['lib:composition'] },
];

/** In tests an app or a lib may also use what was made for tests. */
const boundariesInTests = boundaries.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'tool:for-tests'],
}));

const enforceBoundaries = (depConstraints) => [
  'error',
  { enforceBuildableLibDependency: false, allowCircularSelfDependency: false, allow: [], depConstraints },
];

/** A third-party library that only one folder may import, so that it can be replaced there. */
const ownedPackages = {
  axios: 'libs/downstream/src/http',
  opossum: 'libs/downstream/src/resilience',
  ioredis: 'libs/redis',
};
const restrictImports = (packages) => [
  'error',
  {
    patterns: packages.map((name) => ({
      group: [name, `${name}/*`],
      message: `Only ${ownedPackages[name]} may import ${name}.`,
    })),
    paths: ['process', 'node:process'].map((name) => ({ name, message: 'The global process is the same.' })),
  },
];

const restrictedSyntax = [
  {
    selector: `ImportExpression[source.value=/^(${Object.keys(ownedPackages).join('|')})(\\/|$)/]`,
    message: 'Imported by name, so that who imports it can be seen.',
  },
  {
    selector: "ImportDeclaration[source.value='zod'][importKind='value'] > :not(ImportNamespaceSpecifier, Literal)",
    message: "import * as z from 'zod': otherwise all languages that zod speaks get into the bundle.",
  },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportAllDeclaration', message: 'index.ts names each export.' },
  {
    selector: "CallExpression[callee.object.name='Promise'] > ArrayExpression > AwaitExpression",
    message: 'An await inside Promise.all([...]) makes a waterfall.',
  },
];
const readsEnvironment = [
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.property.name='process'][property.name='env']",
  "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
].map((selector) => ({ selector, message: 'Only config.ts reads the environment.' }));

const tests = ['**/*.test.ts', '**/test/**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.nx/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    // One program of all: one for each project would read what they share twenty times.
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': enforceBoundaries(boundaries),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-restricted-imports': restrictImports(Object.keys(ownedPackages)),
      'no-restricted-syntax': ['error', ...restrictedSyntax, ...readsEnvironment],
    },
  },
  ...Object.entries(ownedPackages).map(([name, folder]) => ({
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': restrictImports(Object.keys(ownedPackages).filter((other) => other !== name)) },
  })),
  {
    // A command of the workspace hands its environment on to what it starts.
    files: ['**/src/config.ts', 'tools/*/src/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax] },
  },
  {
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': enforceBoundaries(boundariesInTests),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
