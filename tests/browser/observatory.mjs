// The points that MDN's HTTP Observatory gives the program: its own scanner, against `serve` behind a front that does TLS as the one of
// docs/operate/install.md does. Run by hand, because the scanner brings two hundred packages; the points stand in docs/security.md.
//
//   npm install --prefix /tmp/observatory --ignore-scripts @mdn/mdn-http-observatory
//   HUISSLEUTEL_OBSERVATORY=/tmp/observatory/node_modules/@mdn/mdn-http-observatory node observatory.mjs

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROGRAM = process.env.HUISSLEUTEL_PROGRAM ?? fileURLToPath(new URL('../../target/release/huissleutel', import.meta.url));
const SCANNER = process.env.HUISSLEUTEL_OBSERVATORY;
const [HTTP, HTTPS, HOUSE] = [8480, 8443, 8481];

/// What the scanner says of one page; as its own `scan`, which knows no ports.
async function points(path) {
  const from = (file) => import(pathToFileURL(join(SCANNER, 'src', file)).href);
  const [{ retrieve }, { ALL_TESTS }, { getScoreModifier, getGradeForScore }] = await Promise.all(
    ['retriever/retriever.js', 'constants.js', 'grader/grader.js'].map(from),
  );
  const found = await retrieve('localhost', { httpPort: HTTP, httpsPort: HTTPS, path });
  const tests = ALL_TESTS.map((test) => test(found));
  const modifiers = tests.map((test) => getScoreModifier(test.result));
  const base = modifiers.filter((points) => points < 0).reduce((sum, points) => sum + points, 100);
  // Extra points count from an A on.
  const all = base >= 90 ? modifiers.reduce((sum, points) => sum + points, 100) : base;
  console.log(`${path}: ${all} points, ${getGradeForScore(all).grade}, ${tests.filter((test) => test.pass).length} of ${tests.length} tests passed`);
  tests.forEach((test, at) => console.log(`  ${modifiers[at] < 0 ? '' : '+'}${modifiers[at]}  ${test.pass ? 'pass' : 'FAIL'}  ${test.result}`));
}

if (process.env.HUISSLEUTEL_SCANS) {
  for (const path of ['/login/', '/login/accounts/pass/reset/', '/']) await points(path);
  process.exit(0);
}

const folder = await mkdtemp(join(tmpdir(), 'huissleutel-observatory-'));
const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
// The scanner's list of preloaded hosts comes from the network; ours is on none.
const preloaded = join(SCANNER, 'conf/hsts-preload.json');
if (!existsSync(preloaded)) writeFileSync(preloaded, '{}');

const keys = join(folder, 'keys.toml');
execFileSync(PROGRAM, ['keys', 'init', keys], { stdio: 'ignore' });
// Nothing else of this environment: a setting that the program does not know stops it.
const env = {
  PATH: process.env.PATH,
  HUISSLEUTEL_DATABASE_URL: `sqlite:${join(folder, 'house.db')}`,
  HUISSLEUTEL_LISTEN: `127.0.0.1:${HOUSE}`,
  HUISSLEUTEL_PUBLIC_URL: `https://localhost:${HTTPS}`,
  HUISSLEUTEL_SMTP_URL: 'smtp://127.0.0.1:9',
  HUISSLEUTEL_MAIL_FROM: 'post@example.nl',
  HUISSLEUTEL_SECRET_KEY_FILE: keys,
};
const house = spawn(PROGRAM, ['serve'], { env, stdio: 'ignore' });
const front = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
  const on = http.request({ host: '127.0.0.1', port: HOUSE, path: asked.url, method: asked.method, headers: asked.headers }, (got) => {
    answer.writeHead(got.statusCode, got.rawHeaders);
    got.pipe(answer);
  });
  asked.pipe(on);
});
const plain = http.createServer((asked, answer) => answer.writeHead(301, { location: `https://localhost:${HTTPS}${asked.url}` }).end());
try {
  front.listen(HTTPS);
  plain.listen(HTTP);
  for (let tries = 0; (await fetch(`http://127.0.0.1:${HOUSE}/readyz`).then(({ status }) => status, () => 0)) !== 200 && tries < 200; tries += 1) await sleep(50);
  const scans = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env: { ...process.env, HUISSLEUTEL_SCANS: '1', NODE_EXTRA_CA_CERTS: cert }, stdio: 'inherit' });
  await once(scans, 'exit');
} finally {
  house.kill('SIGTERM');
  front.close();
  plain.close();
  await rm(folder, { recursive: true, force: true });
}
