import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { alertmanagerLauncher, launcherMountPoints } from "./alertmanager-launcher.ts";
import type { AptSuite } from "./apt-sources.ts";
import { isYoungerThan } from "./file-age.ts";
import type { Fetched, FetchedProgram, FetchSource } from "./fetch-source.ts";
import type { FetchWatch } from "./fetch-watch.ts";
import { knownTools } from "./known-tools.ts";
import { layOutPrivateApt, type PrivateApt } from "./private-apt.ts";
import { runTool } from "./run-tool.ts";
import type { ToolName } from "./tool.ts";
import { isAtLeast } from "./version.ts";

// Lists and a package are 30 MB; a slow connection gets three minutes for each of the two.
const aptTimeoutMs = 180_000;

// The tools of one run come from the same lists; a later run asks again, because a package's file moves with its version.
const freshMs = 5 * 60_000;

const defaultTemplates = "usr/share/prometheus/alertmanager/default.tmpl";

const programsOf: Readonly<Record<string, readonly FetchedProgram[]>> = {
  promtool: [{ name: "promtool", path: "usr/bin/promtool" }],
  prometheus: [{ name: "prometheus", path: "usr/bin/prometheus" }],
  "prometheus-alertmanager": [
    { name: "amtool", path: "usr/bin/amtool", defaultTemplates },
    { name: "alertmanager", path: "alertmanager" },
  ],
  "docker-compose": [{ name: "docker-compose", path: "usr/bin/docker-compose" }],
  "prometheus-blackbox-exporter": [
    { name: "blackbox_exporter", path: "usr/bin/prometheus-blackbox-exporter" },
  ],
};

/** The upstream part of a Debian version: "1:3.5.3+ds1-6" is 3.5.3. */
export const upstreamVersion = (debianVersion: string): string | undefined =>
  /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(debianVersion)?.[1];

const apt = (program: "apt-get" | "apt-cache", config: PrivateApt, args: readonly string[], cwd?: string) =>
  runTool({ path: program }, ["-q", "-c", config.configFile, ...args], {
    lastResortMs: aptTimeoutMs,
    env: { ...process.env, LC_ALL: "C" },
    ...(cwd === undefined ? {} : { cwd }),
  });

const firstError = (stderr: string): string =>
  stderr.split("\n").find((line) => line.startsWith("E:")) ?? stderr.trim().split("\n")[0] ?? "";

/** A suite in words, such as "sid of archive.example.org". */
const wordsOf = ({ suite, uri }: AptSuite): string =>
  `${suite} of ${URL.canParse(uri) ? new URL(uri).host || uri : uri}`;

/** Fetches the suite's lists unless they are fresh; the answer is a reason when that fails. */
const updateLists = async (
  config: PrivateApt,
  suite: AptSuite,
  watch: FetchWatch,
): Promise<string | undefined> => {
  if (await isYoungerThan(config.stampFile, freshMs)) return undefined;
  watch.begins({ what: "the list of packages", from: wordsOf(suite) });
  const update = await apt("apt-get", config, ["update", "--error-on=any"]);
  if (update.code !== 0) return `apt-get update: ${firstError(update.stderr)}`;
  await writeFile(config.stampFile, "");
  return undefined;
};

/** A package as the suite offers it. */
export type OfferedPackage = { readonly version: string; readonly bytes?: number };

/** What `apt-cache show` says of a package; undefined where it knows none. */
export const offeredPackage = (shown: string): OfferedPackage | undefined => {
  const debianVersion = /^Version: (\S+)$/m.exec(shown)?.[1];
  const version = debianVersion === undefined ? undefined : upstreamVersion(debianVersion);
  const bytes = /^Size: (\d+)$/m.exec(shown)?.[1];
  if (version === undefined) return undefined;
  return bytes === undefined ? { version } : { version, bytes: Number(bytes) };
};

const makeLauncher = async (folder: string): Promise<void> => {
  for (const mountPoint of launcherMountPoints) await mkdir(join(folder, mountPoint), { recursive: true });
  await writeFile(join(folder, "alertmanager"), alertmanagerLauncher, { mode: 0o755 });
};

/** Downloads the package and unpacks it into the folder; the answer is a reason when that fails. */
const downloadAndUnpack = async (
  config: PrivateApt,
  debianPackage: string,
  folder: string,
): Promise<string | undefined> => {
  const downloads = join(folder, "downloads");
  await mkdir(downloads);
  const download = await apt("apt-get", config, ["download", debianPackage], downloads);
  const [file] = (await readdir(downloads)).filter((name) => name.endsWith(".deb"));
  if (download.code !== 0 || file === undefined) return `apt-get download: ${firstError(download.stderr)}`;
  const unpacked = await runTool({ path: "dpkg" }, ["-x", join(downloads, file), folder]);
  await rm(downloads, { recursive: true });
  return unpacked.code === 0 ? undefined : `dpkg -x: ${firstError(unpacked.stderr)}`;
};

const fetchPackage = async (
  aptFolder: string,
  suite: AptSuite,
  name: ToolName,
  folder: string,
  watch: FetchWatch,
  minimum: string = knownTools[name].minimum,
): Promise<Fetched> => {
  const { debianPackage } = knownTools[name];
  if (debianPackage === undefined) return { ok: false, reason: `Debian has no package for ${name}` };
  const refused = (reason: string): Fetched => ({
    ok: false,
    reason: `Debian package ${debianPackage}, suite ${suite.suite} of ${suite.uri}: ${reason}`,
  });
  const config = await layOutPrivateApt(aptFolder, suite);
  const stale = await updateLists(config, suite, watch);
  if (stale !== undefined) return refused(stale);
  const { stdout } = await apt("apt-cache", config, ["show", "--no-all-versions", debianPackage]);
  const offered = offeredPackage(stdout);
  if (offered === undefined) return refused("it has no such package");
  const { version, ...size } = offered;
  if (!isAtLeast(version, minimum)) return refused(`its version is ${version}`);
  const from = `the package ${debianPackage}, ${wordsOf(suite)}`;
  watch.begins({ what: `${name} ${version}`, from, ...size });
  const failure = await downloadAndUnpack(config, debianPackage, folder);
  if (failure !== undefined) return refused(failure);
  if (debianPackage === "prometheus-alertmanager") await makeLauncher(folder);
  return { ok: true, bundle: debianPackage, programs: programsOf[debianPackage] ?? [] };
};

/**
 * The packages of one suite, checked by apt against the archive's signature and unpacked without root.
 * `aptFolder` keeps apt's lists, so that the next tool of the suite costs no second download of them.
 */
export const packageSource = (aptFolder: string, suite: AptSuite): FetchSource => ({
  origin: "packages",
  has: (name) => knownTools[name].debianPackage !== undefined,
  fetch: (name, folder, watch, minimum) => fetchPackage(aptFolder, suite, name, folder, watch, minimum),
});
