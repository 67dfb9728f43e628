import { describe, expect, test } from "vitest";
import { readPages } from "../../scripts/docs/pages.ts";
import { wrongWithCommand } from "./known-command.ts";

/** The lines of a block that are typed; `\` at the end of one continues it. */
function linesOf(text: string): string[] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  return lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** A command within a sentence; a list such as `build | validate`, or `<command>` for any of them, is none. */
const isCommand = /^(?:npx signalbox|signalbox|npm run) (?!<)[^|]+$/;

test.each(readPages())("what $path tells people to type is a command", async ({ path, blocks, words }) => {
  const typed = [
    ...blocks
      .filter(({ language }) => language === "sh")
      .flatMap(({ text, line }) => linesOf(text).map((command) => ({ command, line }))),
    ...words.filter(({ text }) => isCommand.test(text)).map(({ text, line }) => ({ command: text, line })),
  ];
  const wrong = await Promise.all(
    typed.map(async ({ command, line }) => {
      const reason = await wrongWithCommand(command);
      return reason === undefined ? [] : [`${path}:${line}: ${command}: ${reason}`];
    }),
  );
  expect(wrong.flat()).toEqual([]);
});

describe("a command that is none is found", () => {
  test.each([
    ["npx signalbox biuld", "there is no command biuld"],
    ["npx signalbox build --chekc", "Unknown option '--chekc' (did you mean '--check'?)."],
    ["npx signalbox build --check --watch", "Options '--check' and '--watch' cannot be used together."],
    ["npx signalbox up --fire", "Option '--fire <value>' argument missing."],
    ["npx signalbox explain one two", "One NAME at a time."],
    ["npm run biuld", "there is no script biuld"],
    ["npm run build --check", "npm keeps what has no -- before it"],
    ["npm run build -- --chekc", "Unknown option '--chekc' (did you mean '--check'?)."],
    ["npm ci && npm run biuld", "there is no script biuld"],
    ["npx other", "npx runs other"],
    ["rm -rf out", "there is no program rm"],
  ])("%s", async (command, reason) => {
    expect(await wrongWithCommand(command)).toBe(reason);
  });
  test.each([
    "npx signalbox up --speed 60 --any-hour --fire TicketShopFailing",
    "npx signalbox build --help",
    "npm run build -- --check",
    "PROMTOOL=/opt/promtool npx signalbox validate  # with another promtool",
    "npm ci && npm test",
  ])("%s is one", async (command) => {
    expect(await wrongWithCommand(command)).toBeUndefined();
  });
});
