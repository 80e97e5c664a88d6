// The program under test: `huissleutel demo`, started and stopped by its own process id.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = process.env.HUISSLEUTEL_PROGRAM ?? fileURLToPath(new URL('../../../target/release/huissleutel', import.meta.url));
const START_WITHIN = 60_000;
const STOP_WITHIN = 20_000;

/// Starts the demo and waits until it is ready. Fails with what it said when it is not.
export async function startDemo(program = PROGRAM) {
  const folder = await mkdtemp(join(tmpdir(), 'huissleutel-demo-'));
  const port = await freePort();
  // The demo prints links with `localhost`; the cookies of a page belong to that name.
  const url = `http://localhost:${port}`;
  const child = spawn(program, ['demo', '--listen', `127.0.0.1:${port}`, '--data-dir', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stdout.on('data', (data) => said.push(data));
  child.stderr.on('data', (data) => said.push(data));
  const ended = once(child, 'exit').catch((error) => [error.message]);

  async function close() {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) child.kill('SIGTERM');
    const [how] = await Promise.race([ended, sleep(STOP_WITHIN, ['still running'], { ref: false })]);
    if (how === 'still running') child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    assert.equal(how, 0, `the demo should stop in good order, it ended with ${how}:\n${tail(said)}`);
  }

  try {
    await ready(url, ended);
  } catch (error) {
    await close().catch(() => {});
    throw new Error(`${program} demo did not start: ${error.message}\n${tail(said)}`);
  }

  const demo = {
    url,
    close,
    output: () => Buffer.concat(said).toString(),
    /// Every mail the demo caught, newest first: `{ to, subject, text, html, links }`.
    async mails() {
      const answer = await fetch(`${url}/demo/mail/?format=json`);
      assert.equal(answer.status, 200);
      return answer.json();
    },
    /// Waits for the worker to send until `found` answers something about all mails.
    async mailsUntil(found, within = 30_000) {
      const deadline = Date.now() + within;
      for (;;) {
        const all = await demo.mails();
        const answer = found(all);
        if (answer) return answer;
        if (Date.now() > deadline) throw new Error(`no such mail; caught: ${all.map((mail) => `${mail.to}: ${mail.subject}`).join(' | ') || 'none'}`);
        await sleep(50);
      }
    },
    /// The newest mail that fits.
    mail: (fits, within) => demo.mailsUntil((all) => all.find(fits), within),
    /// Moves the demo's clock: '2d', '3h'.
    async clockForward(by) {
      const answer = await fetch(`${url}/demo/clock/`, {
        method: 'POST',
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ forward: by }),
        redirect: 'manual',
      });
      assert.equal(answer.status, 303, `moving the clock by ${by}`);
    },
  };
  return demo;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(url, ended) {
  let over;
  ended.then(([how]) => { over = `it ended with ${how}`; });
  const deadline = Date.now() + START_WITHIN;
  while (over === undefined && Date.now() < deadline) {
    const status = await fetch(`${url}/readyz`).then((answer) => answer.status, () => 0);
    if (status === 200) return;
    await sleep(50);
  }
  throw new Error(over ?? `no answer at ${url}/readyz within ${START_WITHIN / 1000} s`);
}

function tail(said) {
  return Buffer.concat(said).toString().split('\n').slice(-30).join('\n');
}
