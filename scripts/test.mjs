// `npm test`: installs what is missing, then checks and tests everything, one part after the other.
// `npm test -- unit e2e` runs those parts only.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { obtainChromium } from './chromium.mjs';
import { installPackages, root, run } from './install.mjs';

const reports = join(root, '.cache/reports');

const bin = (name, ...args) => ({ command: join(root, 'node_modules/.bin', name), args });
const npm = (...args) => ({ command: 'npm', args: ['run', '--silent', ...args] });

function vitest(project) {
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    ...bin('vitest', 'run', '--project', project, ...reporters),
    count: () => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(file);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    },
  };
}

function playwright(project) {
  const file = join(reports, `${project}.json`);
  return {
    ...bin('playwright', 'test', '--config', 'test/e2e/playwright.config.ts', '--project', project),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    count: () => {
      const { expected, unexpected, flaky, skipped } = read(file).stats;
      return { passed: expected + flaky, failed: unexpected, skipped };
    },
  };
}

const parts = [
  { name: 'format', title: 'Format', ...npm('check:format') },
  { name: 'lint', title: 'Lint', ...npm('check:lint') },
  { name: 'types', title: 'Types', ...npm('check:types') },
  { name: 'dead', title: 'Dead code', ...npm('check:dead') },
  { name: 'unit', title: 'Unit tests, with the dependency rule', ...vitest('unit') },
  { name: 'browser', title: 'Browser tests', ...vitest('browser') },
  { name: 'build', title: 'Build', ...npm('build') },
  { name: 'built', title: 'What was built', ...vitest('built') },
  { name: 'e2e', title: 'End-to-end tests', ...playwright('e2e') },
  { name: 'extension', title: 'Extension tests', ...playwright('extension') },
];

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What a part's report says; a part that failed without a failed test counts as one. */
function countOf(part, exitCode) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  let count = none;
  try {
    count = part.count?.() ?? none;
  } catch {
    console.error(`${part.title} left no report.`);
  }
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No part is called ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

installPackages();
const chromium = await obtainChromium();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const part of parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n== ${part.title}`);
  const began = performance.now();
  const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...part.env };
  const exitCode = run(part.command, part.args, chromium ? { ...env, CHROMIUM: chromium } : env);
  const count = countOf(part, exitCode);
  for (const key of Object.keys(total)) total[key] += count[key];
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`-- ${part.title}: ${count.failed > 0 ? 'failed' : 'passed'} in ${seconds} s`);
  if (count.failed === 0) continue;
  failures.push(part.title);
  if (part.name === 'build') break;
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
const skippedCounts = process.env.CI && total.skipped > 0;
if (skippedCounts) console.log('\nA skipped test is a failure in CI.');
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(failures.length > 0 || skippedCounts ? 1 : 0);
