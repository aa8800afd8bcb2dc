// `npm run bench`: measures the hot paths on the built site and writes docs/benchmarks.md.
// `npm run bench -- editor` measures that part only and writes nothing.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { obtainChromium } from './chromium.mjs';
import { installPackages, root, run } from './install.mjs';

const parts = [
  { name: 'start', title: 'Start' },
  { name: 'listing', title: 'Listing' },
  { name: 'sources', title: 'Sources' },
  { name: 'reading', title: 'Reading' },
  { name: 'lists', title: 'Lists' },
  { name: 'editor', title: 'Editor' },
  { name: 'export', title: 'Export' },
];

const wanted = process.argv.slice(2);
installPackages();
const chromium = await obtainChromium();
if (chromium) process.env.CHROMIUM = chromium;
if (run('npm', ['run', '--silent', 'build']) !== 0) process.exit(1);

const { createServer } = await import('vite');
const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const lines = [];
let missed = 0;
for (const { name, title } of parts.filter((part) => wanted.length === 0 || wanted.includes(part.name))) {
  console.log(`\n== ${title}`);
  const { bench } = await vite.ssrLoadModule(join(root, `test/bench/${name}.ts`));
  lines.push('', `## ${title}`, '', '| what | measured | bound | how |', '|---|--:|--:|---|');
  for (const result of await bench()) {
    const bound = boundOf(result);
    if (bound.missed) missed += 1;
    console.log(
      `${result.name}: ${number(result.value)} ${result.unit}${bound.missed ? `  (bound: ${bound.words})` : ''}`,
    );
    lines.push(
      `| ${result.name} | ${number(result.value)} ${result.unit} | ${bound.words} | ${result.note} |`,
    );
  }
}

function boundOf({ value, unit, bound }) {
  if (!bound) return { words: '', missed: false };
  const isMissed = bound.at === 'most' ? value > bound.value : value < bound.value;
  return {
    words: `${bound.at} ${number(bound.value)} ${unit}${isMissed ? ', **missed**' : ''}`,
    missed: isMissed,
  };
}

function number(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

if (wanted.length === 0) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, headless Chromium without a GPU: all painting is done by the processor`;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(root, 'docs/benchmarks.md'),
    `# Benchmarks\n\nWritten by \`npm run bench\` on ${date}: ${machine}. Compare within one run; another machine gives other figures.\n${lines.join('\n')}\n`,
  );
}
console.log(`\n${missed === 0 ? 'Every bound is met.' : `${missed} bounds are missed.`}`);
process.exit(0);
