import { expect, test } from "vitest";
import { configuredSuites, suitesToTry } from "../../scripts/tools/apt-sources.ts";
import { offeredPackage, upstreamVersion } from "../../scripts/tools/fetch-packages.ts";

const main = "http://archive.example/debian/";
const security = "http://archive.example/debian-security/";

test("suites come from what apt is configured for, the rolling one first", () => {
  const targets = [
    `Packages|main|${main}|bookworm`,
    `Packages|contrib|${main}|bookworm`,
    `DEP-11|main|${main}|bookworm`,
    `Packages|main|${main}|bookworm-updates`,
    `Packages|main|${security}|bookworm-security`,
    "",
  ].join("\n");
  const tried = suitesToTry(configuredSuites(targets));
  expect(tried.map(({ uri, suite, component }) => `${uri} ${suite} ${component}`)).toEqual([
    `${main} sid main`,
    `${security} sid main`,
    `${main} bookworm main`,
    `${main} bookworm-updates main`,
    `${security} bookworm-security main`,
  ]);
});

test.each([
  ["3.5.3+ds1-6", "3.5.3"],
  ["1:2.40.3-3", "2.40.3"],
  ["0.28.0-2", "0.28.0"],
  ["2.53.3+ds1-2+b1", "2.53.3"],
  ["unknown", undefined],
])("Debian's %s is upstream's %s", (debianVersion, version) => {
  expect(upstreamVersion(debianVersion)).toBe(version);
});

test("a package is reported with its version and its size, where apt says one", () => {
  const shown = "Package: promtool\nVersion: 3.5.3+ds1-6\nInstalled-Size: 90000\nSize: 8440000\n";
  expect(offeredPackage(shown)).toEqual({ version: "3.5.3", bytes: 8_440_000 });
  expect(offeredPackage(shown.replace(/^Size.*\n/m, ""))).toEqual({ version: "3.5.3" });
  expect(offeredPackage("")).toBeUndefined();
});
