import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { startAlertmanager, startBlackbox, startPrometheus, type Server } from "../../scripts/tools/serve.ts";
import { startServer } from "../../scripts/tools/start-server.ts";
import { inProcess, runner } from "./in-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const fileWith = async (folder: string, name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

/** The living processes of a group; a dead one that nobody has asked after yet does not live. */
const livingInGroup = async (group: number): Promise<readonly string[]> => {
  const { stdout } = await runTool({ path: "ps" }, ["-A", "-o", "pgid=,stat=,args="]);
  return stdout.split("\n").filter((line) => {
    const [pgid, stat] = line.trim().split(/\s+/);
    return pgid === String(group) && stat?.startsWith("Z") === false;
  });
};

const stopAtTheEnd = (server: Server): Server => {
  onTestFinished(server.stop);
  return server;
};

test("a Prometheus starts on a free port, is ready, and leaves no process", async () => {
  const folder = await temporaryFolder();
  const configFile = await fileWith(folder, "prometheus.yml", "scrape_configs: []\n");
  const server = stopAtTheEnd(await startPrometheus({ configFile, dataDir: join(folder, "data") }));
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  expect((await fetch(`${server.url}/-/ready`)).status).toBe(200);
  expect(await livingInGroup(server.pid)).toHaveLength(1);
  await server.stop();
  expect(await livingInGroup(server.pid)).toEqual([]);
  // It was asked to end, not killed.
  expect(server.logs()).toContain("See you next time!");
});

test("an Alertmanager starts on a free port, is ready, and leaves no process", async () => {
  const folder = await temporaryFolder();
  const config = "route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n";
  const configFile = await fileWith(folder, "alertmanager.yml", config);
  const options = { configFile, dataDir: join(folder, "data"), flags: ["--log.level=debug"] };
  const server = stopAtTheEnd(await startAlertmanager(options));
  const status = await fetch(`${server.url}/api/v2/status`);
  expect(await status.json()).toMatchObject({ cluster: { status: "disabled" } });
  await server.stop();
  expect(await livingInGroup(server.pid)).toEqual([]);
});

test("a blackbox exporter probes what it is asked to", async () => {
  const folder = await temporaryFolder();
  const configFile = await fileWith(
    folder,
    "blackbox.yml",
    "modules: { tcp: { prober: tcp, timeout: 5s } }\n",
  );
  const server = stopAtTheEnd(await startBlackbox({ configFile }));
  const target = server.url.replace("http://", "");
  const metrics = await (await fetch(`${server.url}/probe?module=tcp&target=${target}`)).text();
  expect(metrics).toContain("\nprobe_success 1\n");
});

test("a server that refuses its configuration is an error with its own words", async () => {
  const folder = await temporaryFolder();
  const configFile = await fileWith(folder, "prometheus.yml", "scrape_confgs: []\n");
  const started = startPrometheus({ configFile, dataDir: join(folder, "data") });
  await expect(started).rejects.toThrow(
    /^prometheus exited before it was ready:\n.*field scrape_confgs not found/s,
  );
});

const serverThatStartsAChild = async (folder: string): Promise<string> => {
  const path = await fileWith(
    folder,
    "server.mjs",
    `#!/usr/bin/env node
import { createServer } from "node:http";
import { spawn } from "node:child_process";
spawn("sleep", ["600"], { stdio: "ignore" });
process.on("SIGTERM", () => process.exit(0));
const server = createServer((request, response) => response.end());
server.listen(0, "127.0.0.1", () => console.log("Listening on address=127.0.0.1:" + server.address().port));
`,
  );
  await chmod(path, 0o755);
  return path;
};

test("what a server has started ends with it", async () => {
  const path = await serverThatStartsAChild(await temporaryFolder());
  const server = stopAtTheEnd(await startServer({ name: "fake", path, args: [], readyPath: "/" }));
  expect(await livingInGroup(server.pid)).toHaveLength(2);
  await server.stop();
  expect(await livingInGroup(server.pid)).toEqual([]);
});

test("what a server has started ends also where the server dies by itself", async () => {
  const path = await serverThatStartsAChild(await temporaryFolder());
  const server = stopAtTheEnd(await startServer({ name: "fake", path, args: [], readyPath: "/" }));
  expect(await livingInGroup(server.pid)).toHaveLength(2);
  process.kill(server.pid, "SIGKILL");
  await server.died;
  // Nobody has stopped it. Bounded by the test's own time limit.
  while ((await livingInGroup(server.pid)).length > 0) await wait(20);
});

test("a server ends when the process that started it is killed", async () => {
  const path = await serverThatStartsAChild(await temporaryFolder());
  const parent = spawn(process.execPath, [runner, inProcess("serve"), path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void parent.kill("SIGKILL"));
  const [line] = await once(createInterface(parent.stdout), "line");
  const group = Number(line);
  onTestFinished(async () => {
    if ((await livingInGroup(group)).length > 0) process.kill(-group, "SIGKILL");
  });
  expect(await livingInGroup(group)).toHaveLength(2);
  parent.kill("SIGKILL");
  await once(parent, "exit");
  // Bounded by the test's own time limit.
  while ((await livingInGroup(group)).length > 0) await wait(20);
});
