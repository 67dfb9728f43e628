import { join } from "node:path";
import { aptSuites, type AptSuite } from "./apt-sources.ts";
import { packageSource } from "./fetch-packages.ts";
import { goSource } from "./fetch-go.ts";
import { releaseSource } from "./fetch-release.ts";
import type { FetchSource } from "./fetch-source.ts";
import { releasePlatform } from "./platform.ts";

const aptFolderName = ({ uri, suite }: AptSuite): string =>
  `apt-${`${uri} ${suite}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

/** The pinned releases, then the packages of Debian's suites, newest suite first, then what Go compiles. */
export const toolSources = async (cacheFolder: string): Promise<readonly FetchSource[]> => {
  const release = releaseSource({
    host: "https://github.com",
    platform: releasePlatform(),
    memoryFile: join(cacheFolder, "release-host-unreachable"),
  });
  const suites = await aptSuites();
  const packages = suites.map((suite) => packageSource(join(cacheFolder, aptFolderName(suite)), suite));
  return [release, ...packages, goSource()];
};
