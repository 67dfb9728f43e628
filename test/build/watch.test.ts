import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchSources } from "../../scripts/build/watch/watch-sources.ts";
import { makeFolder, put } from "./out-fixture.ts";
import { indexOf, makeProject, startBuild } from "./project.ts";

/** Starts `--watch`, and gives a way to wait for a line that it prints next. */
function startWatch(folder: string) {
  const child = startBuild(folder, ["--watch"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let unread = "";
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      unread += text;
      wake();
    });
  }
  const next = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const match = pattern.exec(unread);
      if (match) {
        unread = unread.slice(match.index + match[0].length);
        return match[0];
      }
      if (child.exitCode !== null) throw new Error(`the watch ended, having printed:\n${unread}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  child.once("close", () => wake());
  return { child, next, ended };
}

const summary = /out\/: .* ms\n/;

test("builds at the start and after every save, goes on after a problem, and Ctrl-C ends it", async () => {
  const folder = makeProject({
    "index.ts": 'export { definitions } from "./a.ts";\n',
    "a.ts": indexOf({ "a.yml": "1" }),
  });
  const built = () => readFileSync(join(folder, "out/a.yml"), "utf8");
  const { child, next, ended } = startWatch(folder);
  await next(
    /watching definitions\/, .*generators\/, .*scripts\/ and what else a build reads; press Ctrl-C to stop\n/,
  );
  expect(await next(summary)).toContain("2 new");
  expect(built()).toBe("1");

  put(folder, "definitions/a.ts", indexOf({ "a.yml": "2" }));
  expect(await next(summary)).toContain("1 changed");
  expect(built()).toBe("2");

  put(folder, "definitions/a.ts", 'throw new Error("half written");\n');
  expect(await next(/1 problem; out\/ is untouched\n/)).toBeTruthy();
  expect(built()).toBe("2");

  // Many editors save by renaming a new file over the old one: twice, for a watcher may lose it the first time.
  for (const text of ["3", "4"]) {
    put(folder, "definitions/a.ts.new", indexOf({ "a.yml": text }));
    renameSync(join(folder, "definitions/a.ts.new"), join(folder, "definitions/a.ts"));
    await next(summary);
    expect(built()).toBe(text);
  }

  put(folder, "definitions/new/b.ts", indexOf({ "a.yml": "5" }));
  await next(summary);
  put(folder, "definitions/index.ts", 'export { definitions } from "./new/b.ts";\n');
  await next(summary);
  expect(built()).toBe("5");
  put(folder, "definitions/new/b.ts", indexOf({ "a.yml": "6" }));
  await next(summary);
  expect(built()).toBe("6");

  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("an ending while it builds lets the build finish", async () => {
  const folder = makeProject({ "index.ts": indexOf({ "a.yml": "1" }) });
  const { child, next, ended } = startWatch(folder);
  await next(/watching/);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(readFileSync(join(folder, "out/a.yml"), "utf8")).toBe("1");
});

test("every folder that is named is watched, not only that of the definitions", async () => {
  const root = makeFolder();
  const out = join(root, "out");
  const folders = [join(root, "one"), join(root, "two")];
  for (const folder of folders) {
    let saved = 0;
    const watching = watchSources({ root, folders, files: [], out }, () => (saved += 1));
    put(folder, "a.ts", "1");
    await vi.waitFor(() => expect(saved).toBeGreaterThan(0));
    watching.close();
  }
});
