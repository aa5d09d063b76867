// Takes the pictures of docs/guide-marketer.md anew: starts an empty server and the simulator, walks the tutorial by mouse, keeps
// what the guide shows. The server has to be built before (./postrider build).
//   npm run pictures
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const docs = join(home, 'docs');
const folder = mkdtempSync(join(tmpdir(), 'postrider-pictures-'));
const PORTS = { web: 9370, tracking: 9371, ops: 9372, smpp: 9375, http: 9376 };
const PASSWORD = 'only for pictures';

/** Starts a command of Postrider and waits until it says that it is ready. */
function started(args) {
  const child = spawn(join(home, 'postrider'), args, {
    cwd: home,
    env: { ...process.env, POSTRIDER_ADMIN_LOGIN: 'admin', POSTRIDER_ADMIN_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('ready')) resolve(child);
    });
    child.on('exit', (code) => reject(new Error(`postrider ${args[0]} ended with ${code}: ${said}`)));
  });
}

const sets = Object.entries({
  data: join(folder, 'server'),
  'web.port': PORTS.web,
  'tracking.port': PORTS.tracking,
  'ops.port': PORTS.ops,
});
const children = [];
try {
  children.push(await started(['start', ...sets.flatMap(([key, value]) => ['--set', `${key}=${value}`])]));
  children.push(await started(['simulator', '--smpp-port', `${PORTS.smpp}`, '--http-port', `${PORTS.http}`]));
  const walk = ['e2e/tutorial.mjs', '--url', `http://127.0.0.1:${PORTS.web}`, '--password', PASSWORD];
  const file = join(home, 'config/samples/honolulu_food_establishments.csv');
  const done = spawnSync('node', [...walk, '--smpp', `${PORTS.smpp}`, '--file', file, '--out', folder], {
    cwd: join(home, 'web-ui'),
    stdio: 'inherit',
  });
  if (done.status !== 0) throw new Error('The tutorial could not be walked.');
  mkdirSync(join(docs, 'pictures'), { recursive: true });
  const guide = readFileSync(join(docs, 'guide-marketer.md'), 'utf8');
  for (const [, name] of guide.matchAll(/\(pictures\/([\w-]+\.png)\)/g)) {
    copyFileSync(join(folder, name), join(docs, 'pictures', name));
    console.log(`docs/pictures/${name}`);
  }
} catch (failed) {
  console.error(failed.message);
  process.exitCode = 1;
} finally {
  for (const child of children) {
    child.removeAllListeners('exit');
    child.kill();
    await new Promise((ended) => child.once('exit', ended));
  }
  rmSync(folder, { recursive: true, force: true });
}
