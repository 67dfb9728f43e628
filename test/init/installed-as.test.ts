import { join } from "node:path";
import { expect, test } from "vitest";
import { installedAs } from "../../scripts/init/installed-as.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

const locked = (resolved: string) =>
  JSON.stringify({ packages: { "node_modules/signalbox": { version: "0.2.0", resolved } } });

/** As npm leaves a folder in which it has installed the package. */
function installed(lock: string, tarball?: string) {
  const folder = makeFolder();
  put(folder, "user/node_modules/signalbox/package.json", "{}");
  put(folder, "user/node_modules/.package-lock.json", lock);
  if (tarball !== undefined) put(folder, tarball, "");
  const user = join(folder, "user");
  return { user, running: { packageFolder: join(user, "node_modules/signalbox"), version: "0.2.0" } };
}

test("from a file: the same file, seen from the new project", () => {
  const { user, running } = installed(locked("file:../downloads/box.tgz"), "downloads/box.tgz");
  expect(installedAs(running, user)).toBe("file:../downloads/box.tgz");
  expect(installedAs(running, join(user, "ops/monitoring"))).toBe("file:../../../downloads/box.tgz");
});

test("a file in the project itself", () => {
  const { user, running } = installed(locked("file:box.tgz"), "user/box.tgz");
  expect(installedAs(running, user)).toBe("file:box.tgz");
});

test.each([
  ["a file that is gone", locked("file:../downloads/box.tgz")],
  ["from a registry", locked("https://registry.acme.io/signalbox-0.2.0.tgz")],
  ["by another package manager, which notes it elsewhere", "not JSON"],
])("%s: by its version", (_how, lock) => {
  const { user, running } = installed(lock);
  expect(installedAs(running, user)).toBe("0.2.0");
});

test("a clone, which is in no node_modules: by its version", () => {
  expect(installedAs({ packageFolder: "/home/me/signalbox", version: "0.2.0" }, "/home/me/ops")).toBe(
    "0.2.0",
  );
});
