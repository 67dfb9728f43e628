import { readPages } from "./docs/pages.ts";

// Asks every address outside that the documentation names, and says which do not answer. No test does: tests have no network.

const patience = 20_000;

/** Where each address stands, once each, without its anchor. */
const places = new Map<string, string>();
for (const { path, links } of readPages()) {
  for (const { url, line } of links) {
    const address = url.replace(/#.*/, "");
    if (/^https?:/.test(address) && !places.has(address)) places.set(address, `${path}:${line}`);
  }
}

/** What is wrong with an address; undefined where it answers. Who refuses a robot is there. */
async function wrongWith(address: string): Promise<string | undefined> {
  try {
    const { status } = await fetch(address, { signal: AbortSignal.timeout(patience) });
    return status < 400 || status === 403 || status === 429 ? undefined : `it answers ${status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

async function askAll(): Promise<void> {
  const answers = await Promise.all(
    [...places].map(async ([address, place]) => ({ address, place, wrong: await wrongWith(address) })),
  );
  const bad = answers.filter(({ wrong }) => wrong !== undefined);
  for (const { address, place, wrong } of bad) process.stderr.write(`${place}: ${address}: ${wrong}\n`);
  process.stdout.write(`${answers.length} addresses, ${bad.length} do not answer\n`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

void askAll();
