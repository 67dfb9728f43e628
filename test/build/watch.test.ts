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

test("what a build reads beside the definitions is watched as well, wherever it lies, and it is said what changed", async () => {
  const folder = makeProject({ "index.ts": indexOf({ "a.yml": "1" }) });
  put(folder, "shared/text.ts", 'export const text = "1";\n');
  const { child, next, ended } = startWatch(folder);
  await next(summary);
  // As an editor saves: a file that is emptied and then written is two changes, on a busy machine two builds.
  const save = (path: string, text: string) => {
    put(folder, "saved.new", text);
    renameSync(join(folder, "saved.new"), join(folder, path));
  };

  save("definitions/index.ts", textFromOutside);
  await next(summary);
  save("shared/text.ts", 'export const text = "2";\n');
  expect(await next(/.*changed\n/)).toBe("shared/text.ts changed\n");
  await next(summary);
  expect(readFileSync(join(folder, "out/a.yml"), "utf8")).toBe("2");

  for (const path of ["package.json", "tsconfig.json"]) {
    save(path, `${readFileSync(join(folder, path), "utf8")}\n`);
    expect(await next(/.*changed\n/)).toBe(`${path} changed\n`);
    await next(summary);
  }
  save("node_modules/.package-lock.json", "{}\n");
  expect(await next(/.*changed.*\n/)).toMatch(
    /^node_modules\/\.package-lock\.json changed: .* a process of its own now\n$/,
  );
  await next(summary);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

const textFromOutside = `import { text } from "../shared/text.ts";
export const definitions = { problems: [], files: { "a.yml": text } };
`;

test("a project that is configured anew is built where it is by now, and what is wrong with that is said", async () => {
  const folder = makeProject({ "index.ts": indexOf({ "a.yml": "1" }) });
  const { child, next, ended } = startWatch(folder);
  await next(summary);

  put(folder, "signalbox.config.ts", 'export default { out: "made" };\n');
  await next(/signalbox\.config\.ts changed\n/);
  await next(/watching definitions\//);
  await next(/made\/: .* 2 new/);
  expect(readFileSync(join(folder, "made/a.yml"), "utf8")).toBe("1");

  put(folder, "signalbox.config.ts", 'export default { out: "made", definition: "x" };\n');
  await next(/there is no option definition[^]*1 problem; nothing was done\n/);

  put(folder, "others/index.ts", indexOf({ "a.yml": "2" }));
  put(folder, "signalbox.config.ts", 'export default { out: "made", definitions: "others/index.ts" };\n');
  await next(/watching others\//);
  await next(/made\/: .* 1 changed/);
  put(folder, "others/index.ts", indexOf({ "a.yml": "3" }));
  await next(/made\/: .* 1 changed/);
  expect(readFileSync(join(folder, "made/a.yml"), "utf8")).toBe("3");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
