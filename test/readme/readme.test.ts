import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exampleCompiled } from "../example-model.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Blocks under a comment that names a file: `<!-- path -->`, then the fence. */
const excerpts = [...readme.matchAll(/<!-- (\S+) -->\n+```\w+\n([\s\S]*?)```/g)].map(
  ([, path = "", text = ""]) => ({
    path,
    text,
  }),
);

/** Without what stands before the words of each line: an excerpt begins further to the left than its file. */
function outdented(text: string): string {
  return text.replace(/^[ \t]+/gm, "");
}

const deployed = "examples/ticket-shop/out/";

/** Of a file of the repository, or of one that the example is compiled into. */
function textOf(path: string): string {
  if (!path.startsWith(deployed)) return readFileSync(join(root, path), "utf8");
  return exampleCompiled().files[path.slice(deployed.length)] ?? "";
}

describe("the README says what is true", () => {
  test("it shows definitions and what becomes of them", () => {
    expect(excerpts.length).toBeGreaterThanOrEqual(5);
  });
  test.each(excerpts)("the excerpt of $path stands there", ({ path, text }) => {
    expect(outdented(textOf(path))).toContain(outdented(text));
  });
  test.each([...readme.matchAll(/\]\(((?!https?:)[^)#]+)/g)].map(([, path = ""]) => path))(
    "%s is there",
    (path) => {
      expect(existsSync(join(root, path))).toBe(true);
    },
  );
  test.each([...new Set(readme.match(/npm run [a-z:]+/g))])("%s is a command", (command) => {
    expect(Object.keys(scripts)).toContain(command.replace("npm run ", ""));
  });
});
