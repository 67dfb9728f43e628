// A process of its own for the test of the lock: finds promtool in the cache, and notes each fetch in a file.
import { appendFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { FetchSource } from "../../scripts/tools/fetch-source.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

const [cacheFolder = "", log = ""] = process.argv.slice(2);

const source: FetchSource = {
  origin: "packages",
  fetch: async (name, folder) => {
    await appendFile(log, `fetched ${name}\n`);
    // Until the other processes have come to the lock as well.
    await wait(1_000);
    await writeFakeTool(folder, name, "3.5.3");
    return { ok: true, bundle: name, programs: [{ name, path: name }] };
  },
};

void findTool("promtool", {
  environment: {},
  cacheFolder,
  sources: async () => [source],
  line: statusLine({ write: () => true }),
});
