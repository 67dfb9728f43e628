import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../scripts/docs/markdown.ts";
import { readPages } from "../../scripts/docs/pages.ts";
import { root } from "../layout/source-files.ts";

const pages = readPages();

/** What is wrong with a link on a page; undefined where it leads somewhere. */
function wrongWith(page: string, url: string): string | undefined {
  if (/^[a-z]+:/.test(url)) return wrongWithAddress(url);
  const [path = "", anchor] = url.split("#");
  const target = path === "" ? page : join(dirname(page), decodeURI(path)).replaceAll("\\", "/");
  if (!existsSync(join(root, target))) return `there is no ${target}`;
  if (anchor === undefined) return undefined;
  if (statSync(join(root, target)).isDirectory()) return `${target} is a folder, and has no headings`;
  const found = pages.find((one) => one.path === target)?.anchors.has(anchor);
  return found === true ? undefined : `${target} has no heading #${anchor}`;
}

/** An address outside: only its form can be known here; "npm run docs:links" asks it. */
function wrongWithAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return "it is no address";
  const { protocol, hostname, username } = new URL(url);
  if (protocol !== "https:" || username !== "") return "write https://";
  // A name that only one network knows, or one machine.
  return /\.[a-z]{2,}$/.test(hostname) && !/\.(?:internal|local|lan)$/.test(hostname)
    ? undefined
    : `nobody else reaches ${hostname}`;
}

test.each(pages)("the links of $path lead somewhere", ({ path, links }) => {
  const wrong = links.flatMap(({ url, line }) => {
    const reason = wrongWith(path, url);
    return reason === undefined ? [] : [`${path}:${line}: ${url}: ${reason}`];
  });
  expect(wrong).toEqual([]);
});

describe("a link that leads nowhere is found", () => {
  test.each([
    ["README.md", "docs/nowhere.md"],
    ["README.md", "DESIGN.md#nowhere"],
    ["docs/checks/README.md", "README.md#nowhere"],
    ["README.md", "docs#checks"],
    ["README.md", "http://prometheus.io/docs"],
    ["README.md", "https://registry/docs"],
    ["README.md", "https://docs.internal/monitoring"],
  ])("on %s: %s", (page, url) => {
    expect(wrongWith(page, url)).toBeDefined();
  });
  test("and one that leads somewhere is none", () => {
    expect(wrongWith("docs/checks/README.md", "../../DESIGN.md#decisions")).toBeUndefined();
    expect(wrongWith("README.md", "https://prometheus.io/docs/practices/alerting/")).toBeUndefined();
  });
});

test("headings have the anchors that GitHub gives them", () => {
  const { anchors } = readMarkdown("# What `for:` is\n\n## A *b*, c & d\n\n## A b, c & d\n");
  expect([...anchors]).toEqual(["what-for-is", "a-b-c--d", "a-b-c--d-1"]);
});
