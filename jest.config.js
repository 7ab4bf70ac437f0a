// One runner, several rooms. `libs` is pure and fast; `api-embedded` and `api-postgres` run the same specs on two databases.
const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};
const moduleNameMapper = { '^@fordela/(domain|scoring|portfolio|wording|charts)$': '<rootDir>/libs/$1/src/index.ts' };
const propertySeed = '<rootDir>/test/support/property-seed.ts';
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: swc,
  moduleNameMapper,
  setupFiles: [propertySeed],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

module.exports = {
  projects: [
    { ...common, displayName: 'libs', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/libs/**/*.spec.tsx'] },
    {
      ...common,
      displayName: 'house',
      testMatch: ['<rootDir>/test/house/**/*.spec.ts', '<rootDir>/apps/api/src/**/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'api-embedded',
      testMatch: ['<rootDir>/test/api/**/*.spec.ts', '<rootDir>/test/embedded/**/*.spec.ts'],
      setupFiles: [propertySeed, '<rootDir>/test/support/use-embedded.ts'],
    },
    {
      ...common,
      displayName: 'api-postgres',
      testMatch: ['<rootDir>/test/api/**/*.spec.ts', '<rootDir>/test/postgres/**/*.spec.ts'],
      setupFiles: [propertySeed, '<rootDir>/test/support/use-postgres.ts'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
