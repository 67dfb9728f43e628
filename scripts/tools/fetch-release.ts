import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { downloadFile, downloadText, type Downloaded } from "./download.ts";
import { isYoungerThan } from "./file-age.ts";
import type { Fetched, FetchSource } from "./fetch-source.ts";
import type { FetchWatch } from "./fetch-watch.ts";
import { knownTools } from "./known-tools.ts";
import { pinnedChecksum, whyUnpinned } from "./pins.ts";
import { checksumInList, releaseFiles, type ReleaseFiles } from "./release-files.ts";
import { runTool } from "./run-tool.ts";
import type { ToolName } from "./tool.ts";

export type ReleaseSourceOptions = {
  /** Such as "https://github.com". */
  readonly host: string;
  /** Such as "linux-amd64". */
  readonly platform: string;
  /** Remembers that the host could not be reached, for the other processes of the same run. */
  readonly memoryFile: string;
  /** How long the host may say nothing before it counts as unreachable; 4 s when left out. */
  readonly silenceMs?: number;
};

// Long enough for a slow connection to open, short enough not to be felt where the host is walled off.
const defaultSilenceMs = 4_000;

// As long as a run may take; after that the host is asked again.
const memoryMs = 5 * 60_000;

const rememberedReason = async (memoryFile: string): Promise<string | undefined> => {
  if (!(await isYoungerThan(memoryFile, memoryMs))) return undefined;
  return readFile(memoryFile, "utf8");
};

const silenceMsOf = (options: ReleaseSourceOptions): number => options.silenceMs ?? defaultSilenceMs;

const refused = (reason: string): Downloaded<never> => ({ ok: false, reason, unreachable: false });

const expectedChecksum = async (
  base: string,
  files: ReleaseFiles,
  options: ReleaseSourceOptions,
): Promise<Downloaded<string>> => {
  const pinned = pinnedChecksum(files.release, options.platform);
  if (pinned !== undefined) return { ok: true, content: pinned };
  const list = await downloadText(`${base}/${files.checksums}`, silenceMsOf(options));
  if (!list.ok) return list;
  const listed = checksumInList(list.content, files.file);
  return listed === undefined
    ? refused(`${files.checksums} does not list ${files.file}`)
    : { ok: true, content: listed };
};

const unpack = async (
  files: ReleaseFiles,
  download: string,
  folder: string,
): Promise<Downloaded<undefined>> => {
  const [onlyTool] = files.tools;
  if (files.topFolder === undefined && onlyTool !== undefined) {
    await rename(download, join(folder, onlyTool));
    await chmod(join(folder, onlyTool), 0o755);
    return { ok: true, content: undefined };
  }
  const members = files.tools.map((tool) => `${files.topFolder}/${tool}`);
  const tar = ["-xzf", download, "-C", folder, "--strip-components=1", ...members];
  const { code, stderr } = await runTool({ path: "tar" }, tar);
  await rm(download);
  return code === 0 ? { ok: true, content: undefined } : refused(`tar: ${stderr.trim()}`);
};

/** A release in words, such as "the release of prometheus/prometheus on github.com". */
const wordsOf = ({ release }: ReleaseFiles, { host, platform }: ReleaseSourceOptions): string => {
  const unpinned = whyUnpinned(release, platform);
  const why = unpinned === undefined ? "" : ` (${unpinned})`;
  return `the release of ${release.repository} on ${new URL(host).host}${why}`;
};

const fetchFiles = async (
  options: ReleaseSourceOptions,
  files: ReleaseFiles,
  folder: string,
  { begins, received }: FetchWatch,
): Promise<Downloaded<undefined>> => {
  const { repository, version } = files.release;
  const base = `${options.host}/${repository}/releases/download/v${version}`;
  const target = join(folder, files.file);
  const expected = await expectedChecksum(base, files, options);
  if (!expected.ok) return expected;
  const fetching = { what: `${files.tools.join(" and ")} ${version}`, from: wordsOf(files, options) };
  const download = await downloadFile(`${base}/${files.file}`, target, silenceMsOf(options), {
    begins: (bytes) => begins(bytes === undefined ? fetching : { ...fetching, bytes }),
    received,
  });
  if (!download.ok) return download;
  if (download.content !== expected.content) {
    return refused(
      `${files.file} has the SHA-256 ${download.content}, not ${expected.content}, so it was not used`,
    );
  }
  return unpack(files, target, folder);
};

const fetchRelease = async (
  options: ReleaseSourceOptions,
  name: ToolName,
  folder: string,
  watch: FetchWatch,
): Promise<Fetched> => {
  const bundle = knownTools[name].release;
  const files = releaseFiles(bundle, options.platform);
  const describe = (reason: string): Fetched => ({
    ok: false,
    reason: `release ${files.release.version} of ${files.release.repository}: ${reason}`,
  });
  const remembered = await rememberedReason(options.memoryFile);
  if (remembered !== undefined) return describe(remembered);
  const fetched = await fetchFiles(options, files, folder, watch);
  if (fetched.ok) {
    return { ok: true, bundle, programs: files.tools.map((tool) => ({ name: tool, path: tool })) };
  }
  if (fetched.unreachable) {
    await mkdir(dirname(options.memoryFile), { recursive: true });
    await writeFile(options.memoryFile, fetched.reason);
  }
  return describe(fetched.reason);
};

/** The pinned releases of the tools' own projects, each checked against its SHA-256. */
export const releaseSource = (options: ReleaseSourceOptions): FetchSource => ({
  origin: "release",
  fetch: (name, folder, watch) => fetchRelease(options, name, folder, watch),
});
