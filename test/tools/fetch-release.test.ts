import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { releaseSource } from "../../scripts/tools/fetch-release.ts";
import { findTool, lookForTool } from "../../scripts/tools/find-tool.ts";
import { knownTools, toolNames } from "../../scripts/tools/known-tools.ts";
import { releases } from "../../scripts/tools/pins.ts";
import { checksumInList, releaseFiles } from "../../scripts/tools/release-files.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { isAtLeast } from "../../scripts/tools/version.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeFakeTool } from "./write-fake-tool.ts";

// A platform without a pin: its checksum comes with the release.
const platform = "linux-riscv64";
const { version } = releases.prometheus;
const folderOfRelease = `/prometheus/prometheus/releases/download/v${version}`;
const archiveName = `prometheus-${version}.${platform}.tar.gz`;

type Host = { readonly url: string; readonly asked: readonly string[] };

/** Serves these files; a file of `undefined` is a connection on which nothing is ever said. */
const serveFiles = async (files: ReadonlyMap<string, Buffer | undefined>): Promise<Host> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (!files.has(path)) response.writeHead(404).end();
    else if (files.get(path) !== undefined) response.end(files.get(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test's server has no port");
  return { url: `http://127.0.0.1:${address.port}`, asked };
};

const archiveOf = async (promtoolVersion: string): Promise<Buffer> => {
  const folder = await temporaryFolder();
  const top = `prometheus-${version}.${platform}`;
  await mkdir(join(folder, top));
  for (const name of ["promtool", "prometheus"])
    await writeFakeTool(join(folder, top), name, promtoolVersion);
  await runTool({ path: "tar" }, ["-czf", join(folder, "archive"), "-C", folder, top]);
  return readFile(join(folder, "archive"));
};

const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

/** How long a host may be silent: longer than a busy machine takes to answer itself. */
const patientMs = 30_000;

const optionsFor = async (host: string, releasePlatform = platform, silenceMs = patientMs) => {
  const cacheFolder = await temporaryFolder();
  const memoryFile = join(cacheFolder, "unreachable");
  const source = releaseSource({ host, platform: releasePlatform, memoryFile, silenceMs });
  const written: string[] = [];
  const line = statusLine({ write: (text) => written.push(text) });
  return { environment: {}, cacheFolder, sources: async () => [source], line, written };
};

test("a release is fetched once, checked against its list, and gives both of its tools", async () => {
  const archive = await archiveOf(version);
  const list = Buffer.from(`${"0".repeat(64)}  other.tar.gz\n${sha256(archive)}  ${archiveName}\n`);
  const host = await serveFiles(
    new Map([
      [`${folderOfRelease}/sha256sums.txt`, list],
      [`${folderOfRelease}/${archiveName}`, archive],
    ]),
  );
  const options = await optionsFor(host.url);
  const promtool = await findTool("promtool", options);
  const prometheus = await findTool("prometheus", options);
  const folder = join(options.cacheFolder, `prometheus-${version}-release`);
  expect(promtool).toMatchObject({
    path: join(folder, "promtool"),
    version,
    origin: "release",
    passedOver: [],
  });
  expect(prometheus).toMatchObject({ path: join(folder, "prometheus"), version, origin: "release" });
  expect(host.asked).toEqual([`${folderOfRelease}/sha256sums.txt`, `${folderOfRelease}/${archiveName}`]);
  expect((await readdir(folder)).sort()).toEqual(["prometheus", "promtool", "record.json"]);
  // What was fetched, from where, and of what size the host says it is.
  const from = `the release of prometheus/prometheus on ${new URL(host.url).host} (no SHA-256 is known for ${platform}, so that of the same release is taken)`;
  expect(options.written).toEqual([
    `fetching promtool and prometheus ${version} (1 kB) from ${from}, once, into ${options.cacheFolder} …\n`,
  ]);
});

const reasonsOf = async (options: Awaited<ReturnType<typeof optionsFor>>): Promise<readonly string[]> => {
  const search = await lookForTool("promtool", options);
  return search.found ? [] : search.missing.reasons.slice(2);
};

const releaseText = `release ${version} of prometheus/prometheus`;

test("an archive whose checksum is not the listed one is not used", async () => {
  const archive = await archiveOf(version);
  const listed = "0".repeat(64);
  const files = new Map([
    [`${folderOfRelease}/sha256sums.txt`, Buffer.from(`${listed}  ${archiveName}\n`)],
    [`${folderOfRelease}/${archiveName}`, archive],
  ]);
  const options = await optionsFor((await serveFiles(files)).url);
  const text = `${releaseText}: ${archiveName} has the SHA-256 ${sha256(archive)}, not ${listed}, so it was not used`;
  expect(await reasonsOf(options)).toEqual([text]);
  expect(await readdir(options.cacheFolder)).toEqual([]);
});

test("a pinned checksum decides, whatever the release lists", async () => {
  const archive = await archiveOf(version);
  const pinnedName = `prometheus-${version}.linux-amd64.tar.gz`;
  const files = new Map([
    [`${folderOfRelease}/sha256sums.txt`, Buffer.from(`${sha256(archive)}  ${pinnedName}\n`)],
    [`${folderOfRelease}/${pinnedName}`, archive],
  ]);
  const host = await serveFiles(files);
  const pinned = releases.prometheus.sha256["linux-amd64"];
  const text = `${releaseText}: ${pinnedName} has the SHA-256 ${sha256(archive)}, not ${pinned}, so it was not used`;
  expect(await reasonsOf(await optionsFor(host.url, "linux-amd64"))).toEqual([text]);
  expect(host.asked).toEqual([`${folderOfRelease}/${pinnedName}`]);
});

test("a release that is not there is a reason, and the host is asked again", async () => {
  const host = await serveFiles(new Map());
  const options = await optionsFor(host.url);
  expect(await reasonsOf(options)).toEqual([`${releaseText}: the host answered 404`]);
  expect(await reasonsOf(options)).toEqual([`${releaseText}: the host answered 404`]);
  expect(host.asked).toHaveLength(2);
});

test("a silent host is given up, and not asked again in this run", async () => {
  const host = await serveFiles(new Map([[`${folderOfRelease}/sha256sums.txt`, undefined]]));
  const options = await optionsFor(host.url, platform, 200);
  const reasons = [`${releaseText}: the host cannot be reached (silent for 0.2 s)`];
  expect(await reasonsOf(options)).toEqual(reasons);
  expect(await reasonsOf(options)).toEqual(reasons);
  expect(host.asked).toHaveLength(1);
});

test("a host that refuses is given up", async () => {
  // Port 9 is for discarding, and nobody listens there.
  expect(await reasonsOf(await optionsFor("http://127.0.0.1:9"))).toEqual([
    expect.stringMatching(`^${releaseText}: the host cannot be reached \\(.+\\)$`),
  ]);
});

test.each([
  ["prometheus", "linux-amd64", `prometheus-${version}.linux-amd64.tar.gz`, "sha256sums.txt"],
  ["alertmanager", "darwin-arm64", "alertmanager-0.34.2.darwin-arm64.tar.gz", "sha256sums.txt"],
  ["blackbox_exporter", "linux-arm64", "blackbox_exporter-0.28.0.linux-arm64.tar.gz", "sha256sums.txt"],
  ["json_exporter", "linux-amd64", "json_exporter-0.7.0.linux-amd64.tar.gz", "sha256sums.txt"],
  ["compose", "linux-amd64", "docker-compose-linux-x86_64", "docker-compose-linux-x86_64.sha256"],
  ["compose", "darwin-arm64", "docker-compose-darwin-aarch64", "docker-compose-darwin-aarch64.sha256"],
] as const)("the release of %s for %s is %s", (name, of, file, checksums) => {
  expect(releaseFiles(name, of)).toMatchObject({ file, checksums });
});

test("a checksum is read from both ways to write the list", () => {
  const [a, b] = ["a".repeat(64), "B".repeat(64)];
  const list = `${a}  one.tar.gz\n${b} *two\n`;
  expect(checksumInList(list, "one.tar.gz")).toBe(a);
  expect(checksumInList(list, "two")).toBe("b".repeat(64));
  expect(checksumInList(list, "tar.gz")).toBeUndefined();
});

test("every pin is a SHA-256", () => {
  for (const { sha256: pins } of Object.values(releases)) {
    // The others say why they are none: test/tools/pins.test.ts.
    for (const pin of Object.values(pins)) if (typeof pin === "string") expect(pin).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("every tool has its place in the list of names, and its pinned release is new enough for it", () => {
  expect([...toolNames].sort()).toEqual(Object.keys(knownTools).sort());
  for (const { release, minimum } of Object.values(knownTools)) {
    expect(isAtLeast(releases[release].version, minimum)).toBe(true);
  }
});
