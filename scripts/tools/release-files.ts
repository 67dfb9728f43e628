import { releases, type Release, type ReleaseName } from "./pins.ts";
import type { ToolName } from "./tool.ts";

/** The files of a release that matter here, for one platform. */
export type ReleaseFiles = {
  readonly release: Release;
  readonly file: string;
  /** The list of checksums beside it. */
  readonly checksums: string;
  /** The folder at the top of the archive; undefined where the file is the program itself. */
  readonly topFolder?: string;
  readonly tools: readonly ToolName[];
};

const toolsOf: Readonly<Record<ReleaseName, readonly ToolName[]>> = {
  prometheus: ["promtool", "prometheus"],
  alertmanager: ["amtool", "alertmanager"],
  blackbox_exporter: ["blackbox_exporter"],
  json_exporter: ["json_exporter"],
  compose: ["docker-compose"],
};

// Docker's releases say x86_64 and aarch64 where Go says amd64 and arm64.
const inDockersWords = (platform: string): string =>
  platform.replace("amd64", "x86_64").replace("arm64", "aarch64");

/** The files of `name` for a platform such as "linux-amd64". */
export const releaseFiles = (name: ReleaseName, platform: string): ReleaseFiles => {
  const release: Release = releases[name];
  const tools = toolsOf[name];
  if (name === "compose") {
    const file = `docker-compose-${inDockersWords(platform)}`;
    return { release, file, checksums: `${file}.sha256`, tools };
  }
  const topFolder = `${name}-${release.version}.${platform}`;
  return { release, file: `${topFolder}.tar.gz`, checksums: "sha256sums.txt", topFolder, tools };
};

/** The checksum of `file` in a list with lines of "<hex>  <file>" or "<hex> *<file>". */
export const checksumInList = (list: string, file: string): string | undefined => {
  for (const line of list.split("\n")) {
    const [, hex, name] = /^([0-9a-f]{64})\s+\*?(\S+)\s*$/i.exec(line) ?? [];
    if (name === file) return hex?.toLowerCase();
  }
  return undefined;
};
