import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedShop, diff, git } from "./changed-shop.ts";

const alerts = "definitions/services/ticket-shop/alerts";

function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, alerts, file);
  const text = readFileSync(path, "utf8");
  if (change(text) === text) throw new Error(`${file} stays as it is`);
  writeFileSync(path, change(text));
}

test.each<[string, (folder: string) => void, string]>([
  [
    "a file with another name",
    (folder) => {
      renameSync(join(folder, alerts, "program.ts"), join(folder, alerts, "process.ts"));
      rewrite(folder, "index.ts", (text) => text.replace("./program.ts", "./process.ts"));
    },
    "No consequence: rule in another group or file (6: TicketShopMemoryHigh, TicketShopStatusBlindHigh, TicketShopSlow and 3 more).\n",
  ],
  [
    "other line breaks, and a remark",
    (folder) =>
      rewrite(
        folder,
        "tickets.ts",
        (text) => `// Tickets and mails.\n\n${text.replaceAll("\n  for:", "\n\n\n  for:")}`,
      ),
    "Nothing changes.\n",
  ],
  [
    "another order of files and of alerts",
    (folder) => {
      rewrite(folder, "index.ts", (text) => `${text.trimEnd().split("\n").reverse().join("\n")}\n`);
      rewrite(folder, "tickets.ts", (text) => {
        const [imports = "", ...definitions] = text.split(/^(?=export const )/m);
        return imports + definitions.reverse().join("\n");
      });
    },
    "Nothing changes.\n",
  ],
])("%s: one line", async (_, change, said) => {
  const folder = changedShop([]);
  change(folder);
  expect(git(folder, "status", "--porcelain")).not.toBe("");
  const { stdout, exitCode } = await diff(folder);
  expect(stdout).toBe(said);
  expect(exitCode).toBe(0);
});
