import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AptSuite } from "./apt-sources.ts";
import { isReadable } from "./search-path.ts";

/** An apt of our own: the file for `apt-get -c`, and the file that tells when its lists were fetched. */
export type PrivateApt = { readonly configFile: string; readonly stampFile: string };

// The archives' keys on Debian and its nearest derivative. Without either, apt's own trusted keys decide.
const keyrings = [
  "/usr/share/keyrings/debian-archive-keyring.gpg",
  "/usr/share/keyrings/ubuntu-archive-keyring.gpg",
];

const sourcesText = (suite: AptSuite, keys: readonly string[]): string =>
  [
    "Types: deb",
    `URIs: ${suite.uri}`,
    `Suites: ${suite.suite}`,
    `Components: ${suite.component}`,
    "Targets: Packages",
    ...(keys.length === 0 ? [] : [`Signed-By: ${keys.join(" ")}`]),
    "",
  ].join("\n");

// The hooks are the machine's own business, and some of them need root. A silent mirror costs five seconds, not two minutes.
const configText = (folder: string): string =>
  [
    "#clear APT::Update::Post-Invoke;",
    "#clear APT::Update::Post-Invoke-Success;",
    `Dir::State "${folder}/state";`,
    `Dir::State::status "${folder}/state/status";`,
    `Dir::Cache "${folder}/cache";`,
    'Dir::Cache::pkgcache "pkgcache.bin";',
    'Dir::Cache::srcpkgcache "";',
    `Dir::Etc::sourcelist "${folder}/none";`,
    `Dir::Etc::sourceparts "${folder}/sources";`,
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "1";',
    'Acquire::http::Timeout "5";',
    'Acquire::https::Timeout "5";',
    "",
  ].join("\n");

// apt builds its index of all packages anew (over a second) when a file it reads is younger than the index.
const writeIfChanged = async (path: string, text: string): Promise<void> => {
  const present = (await isReadable(path)) ? await readFile(path, "utf8") : undefined;
  if (present !== text) await writeFile(path, text);
};

/** Lays out a folder in which apt knows one suite and touches nothing outside; needs no root. */
export const layOutPrivateApt = async (folder: string, suite: AptSuite): Promise<PrivateApt> => {
  const folders = ["state/lists/partial", "cache/archives/partial", "sources"];
  for (const name of folders) await mkdir(join(folder, name), { recursive: true });
  const keys: string[] = [];
  for (const keyring of keyrings) if (await isReadable(keyring)) keys.push(keyring);
  const configFile = join(folder, "apt.conf");
  const stampFile = join(folder, "lists-fetched");
  await writeIfChanged(join(folder, "none"), "");
  await writeIfChanged(join(folder, "state/status"), "");
  await writeIfChanged(join(folder, "sources/suite.sources"), sourcesText(suite, keys));
  await writeIfChanged(configFile, configText(folder));
  return { configFile, stampFile };
};
