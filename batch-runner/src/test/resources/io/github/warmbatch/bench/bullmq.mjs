// Works off no-op jobs with BullMQ, one at a time, and prints how many a second.
// usage: node bullmq.mjs PORT JOBS WARM_UP
import { Queue, Worker } from 'bullmq';

const [port, jobs, warmUp] = process.argv.slice(2).map(Number);
const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
const queue = new Queue('bullmq', { connection });

async function fill(count) {
  const entries = Array.from({ length: count }, (_, i) => ({
    name: 'job',
    data: { path: `datasets/training/${i}.csv` },
    opts: { removeOnComplete: true },
  }));
  for (let from = 0; from < count; from += 1000) {
    await queue.addBulk(entries.slice(from, from + 1000));
  }
}

async function workOff(count) {
  await fill(count);
  const worker = new Worker('bullmq', async () => {}, { connection, concurrency: 1, autorun: false });
  await worker.waitUntilReady();
  let done = 0;
  const finished = new Promise((resolve, reject) => {
    worker.on('failed', (job, error) => reject(error));
    worker.on('error', reject);
    worker.on('completed', () => {
      done += 1;
      if (done === count) resolve();
    });
  });
  const begun = process.hrtime.bigint();
  const running = worker.run();
  await finished;
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  await worker.close();
  await running;
  return count / seconds;
}

await queue.obliterate({ force: true });
await workOff(warmUp);
console.log(await workOff(jobs));
await queue.obliterate({ force: true });
await queue.close();
