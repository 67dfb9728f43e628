import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "../engine.ts";
import { wrapped } from "./explanation.ts";

/** A heading of the reference, with the lines below it. */
interface Section {
  readonly level: number;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The sections of docs/language/, which is in the package, page by page. */
function sectionsOfReference(): readonly (readonly Section[])[] {
  const folder = join(engine.packageFolder, "docs/language");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md" && name !== "examples.md")
    .sort()
    .map((name) => sectionsOf(readFileSync(join(folder, name), "utf8")));
}

export function sectionsOf(page: string): readonly Section[] {
  return page.split(/^(?=##+ )/m).flatMap((text) => {
    const [first = "", ...lines] = text.trimEnd().split("\n");
    const [, marks = "", heading = ""] = /^(##+) (.*)$/.exec(first) ?? [];
    return marks === "" ? [] : [{ level: marks.length, heading, lines }];
  });
}

/** The words and methods of the language: what begins with how it is called. */
export function wordNames(): readonly string[] {
  const named = sectionsOfReference().flatMap((sections) => sections.filter(isNamed));
  return [...new Set(named.map(({ heading }) => nameIn(heading)))];
}

function isNamed({ heading, lines }: Section): boolean {
  const written = lines.find((line) => line !== "") ?? "";
  return /^`\.?(\w+)/.exec(written)?.[1] === nameIn(heading);
}

/** `rate` of `rate of buckets`. */
function nameIn(heading: string): string {
  return heading.replace(/ of an? \w+$| of \w+$/, "");
}

/** All that the reference says of a word or a method, for a terminal; undefined where there is none of this name. */
export function wordText(name: string): string | undefined {
  const texts = sectionsOfReference().flatMap((sections) =>
    sections.flatMap((section, index) => {
      if (!isNamed(section) || nameIn(section.heading) !== name) return [];
      const end = sections.findIndex((one, at) => at > index && (one.level <= section.level || isNamed(one)));
      const below = sections.slice(index + 1, end < 0 ? undefined : end);
      return [section, ...below].map(plainText);
    }),
  );
  return texts.length === 0 ? undefined : texts.join("\n");
}

function plainText({ heading, lines }: Section): string {
  return `${[heading, ...plainLines(lines)].join("\n").replaceAll(/\n{3,}/g, "\n\n")}\n`;
}

/** Code is indented, a row of a table becomes a line, and links lose their addresses. */
function plainLines(lines: readonly string[]): string[] {
  let isCode = false;
  return lines.flatMap((line) => {
    if (line.startsWith("```")) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [`  ${line}`];
    if (/^\| (?:-|Option )/.test(line)) return [];
    return [wrapped(plain(line.startsWith("|") ? optionLine(line) : line))];
  });
}

/** `targets (required, list: text): what it is` */
function optionLine(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const [, option = "", takes = "", value = "", text = ""] = cells;
  const note = value === "**required**" ? "required" : `default: ${value}`;
  return `- ${option} (${takes}; ${note}): ${text}`;
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\\([\\`*_[\]<>|#])/g, "$1")
    .replaceAll("**", "");
}
