// Listens for Kannel's calls of dlr-url and writes each as one JSON line to standard output. The first line has the port.
// With a number N it names N more ports that were free at that moment.
import { createServer } from 'node:http';

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

/** A free port that the system gives to no connection in the meantime: below those that it takes for them. */
const reserve = async () => {
  for (;;) {
    try {
      return await listen(20_000 + Math.floor(Math.random() * 10_000));
    } catch (taken) {
      if (taken.code !== 'EADDRINUSE') throw taken;
    }
  }
};

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const listener = await listen(0);
const others = await Promise.all(Array.from({ length: Number(process.argv[2] ?? 0) }, reserve));
const ports = [listener, ...others].map((server) => server.address().port);
await Promise.all(others.map((server) => new Promise((resolve) => server.close(resolve))));
listener.on('request', (request, response) => {
  say(Object.fromEntries(new URL(request.url, 'http://127.0.0.1').searchParams));
  response.end('ok');
});
say({ ports });
