// The build of the pages, called by Maven: `bundle` makes the files that the server serves, `check` lints and tests.
// Each step is left out while nothing it reads has changed, so that a second build takes no time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const CONTRACT = '../core/src/main/resources/openapi.yaml';
const TYPES = 'src/lib/api/schema.d.ts';
const LIBRARIES = ['package.json', 'package-lock.json', '.npmrc'];
const PAGES = [
  'index.html',
  'public',
  'src',
  'tools/build.mjs',
  'tools/measure.mjs',
  'tsconfig.json',
  'vite.config.ts',
  'postcss.config.cjs',
];
const CHECKS = ['e2e', 'eslint.config.js', '.prettierrc.json'];

function fail(sentence) {
  console.error(`web-ui: ${sentence}`);
  process.exit(1);
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** What a step reads, as one number; another Node may do it differently. */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const path of inputs.flatMap(files)) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** Does the step unless it was done for the same inputs and what it made is still there. */
function step(stamp, inputs, made, action) {
  const now = fingerprint(inputs);
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (before === now && existsSync(made)) return;
  rmSync(stamp, { force: true });
  action();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function run(command, ...words) {
  const { status, error } = spawnSync(command, words, { stdio: 'inherit' });
  if (error) fail(`${command} cannot be started: ${error.message}`);
  if (status !== 0) fail(`${[command, ...words].join(' ')} failed; the reason stands above.`);
}

const tool = (name, ...words) => run(join('node_modules', '.bin', name), ...words);

function install() {
  if (/"resolved":/.test(readFileSync('package-lock.json', 'utf8'))) {
    fail('package-lock.json names download addresses. Run npm install with the .npmrc of this folder.');
  }
  // Stamped inside, so that it goes when somebody deletes the folder.
  step('node_modules/.postrider', LIBRARIES, 'node_modules/.bin', () => run('npm', 'ci', '--no-progress'));
  step('target/stamps/types', [CONTRACT, 'package-lock.json'], TYPES, () =>
    tool('openapi-typescript', CONTRACT, '-o', TYPES),
  );
}

function bundle() {
  install();
  step('target/stamps/bundle', [...LIBRARIES, ...PAGES], 'target/classes/web/files.txt', () => {
    tool('tsc', '--noEmit');
    tool('vite', 'build', '--logLevel', 'warn');
    run(process.execPath, 'tools/measure.mjs');
  });
}

function check() {
  install();
  step('target/stamps/check', [...LIBRARIES, ...PAGES, ...CHECKS], '.', () => {
    tool('prettier', '--check', '--log-level', 'warn', '.');
    tool('eslint', '--max-warnings', '0', '.');
    tool('vitest', 'run');
  });
}

const steps = { install, bundle, check };
process.chdir(home);
const chosen = steps[process.argv[2]];
if (!chosen) fail(`say what to do: ${Object.keys(steps).join(', ')}`);
chosen();
