import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedShop, diff, edit, git, type Edit } from "./changed-shop.ts";

const orders = "definitions/services/ticket-shop/alerts/orders.ts";
const reworded: Edit = ["alerts/program.ts", "was restarted`", "was started anew`"];
const oneLine = "No consequence: text reworded (1: TicketShopRestarted).\n";
const built = /^compared with main \([\da-f]{8}\), built from its own definitions\n$/;

/** Has a number of the definitions stand in a module outside of them. */
function withModuleBeside(folder: string, path: string, from: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), "export const shareOfOrders = 20;\n");
  edit(folder, [
    [orders, "expr: failedShare.gt(percent(20))", "expr: failedShare.gt(percent(shareOfOrders))"],
    [orders, "import ", `import { shareOfOrders } from "${from}";\nimport `],
  ]);
}

test("the base is built with what its definitions import from elsewhere in the project", async () => {
  const folder = changedShop([]);
  withModuleBeside(folder, "shared/limits.ts", "../../../../shared/limits.ts");
  git(folder, "add", ".");
  git(folder, "commit", "--message=shared");
  git(folder, "branch", "--force", "main");
  edit(folder, [reworded]);
  const { stdout, stderr } = await diff(folder);
  expect(stderr).toMatch(built);
  expect(stdout).toBe(oneLine);
});

test("and from elsewhere in the repository, of which the project is one folder", async () => {
  const folder = changedShop([]);
  const inner = join(folder, "monitoring");
  mkdirSync(inner);
  for (const name of readdirSync(folder))
    if (![".git", ".gitignore", "monitoring"].includes(name))
      renameSync(join(folder, name), join(inner, name));
  withModuleBeside(inner, "../shared/limits.ts", "../../../../../shared/limits.ts");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  git(folder, "add", ".");
  git(folder, "commit", "--message=one folder of several");
  git(folder, "branch", "--force", "main");
  edit(inner, [reworded]);
  const { stdout, stderr } = await diff(inner);
  expect(stderr).toMatch(built);
  expect(stdout).toBe(oneLine);
});

test("what is committed as node_modules, and leads to the packages, stays as it is; so does a link that leads nowhere", async () => {
  const folder = changedShop([]);
  const [modules, packages] = [join(folder, "node_modules"), join(folder, "../packages")];
  renameSync(modules, packages);
  symlinkSync(join(folder, "nowhere"), join(packages, "gone"));
  symlinkSync(packages, modules);
  git(folder, "add", "--force", "node_modules");
  git(folder, "commit", "--message=packages");
  git(folder, "branch", "--force", "main");
  edit(folder, [reworded]);
  const before = readdirSync(packages);
  const { stdout, stderr } = await diff(folder);
  expect(stderr).toMatch(built);
  expect(stdout).toBe(oneLine);
  expect(readdirSync(packages)).toEqual(before);
});

test("where its definitions are wrong, what was built of both is compared", async () => {
  const folder = changedShop([]);
  const put = (text: string) => {
    mkdirSync(join(folder, "out"), { recursive: true });
    writeFileSync(join(folder, "out/rules.yml"), text);
  };
  const rules = (limit: number) => `groups: [{ name: a, rules: [{ alert: Down, expr: "up < ${limit}" }] }]\n`;
  put(rules(1));
  edit(folder, [[orders, "failedShare.gt(percent(20))", "failedShare.gtt(percent(20))"]]);
  git(folder, "add", ".");
  git(folder, "commit", "--message=wrong");
  git(folder, "branch", "--force", "main");
  edit(folder, [[orders, "failedShare.gtt(percent(20))", "failedShare.gt(percent(20))"]]);
  put(rules(2));
  const { stdout, stderr } = await diff(folder);
  expect(stderr).toMatch(
    /^compared with the definitions of main \([\da-f]{8}\) do not load .*, so out\/ is compared\n$/,
  );
  expect(stdout).toContain(
    "below 2, was 1: it fires more: with up at 1 it was silent, and fires now   [order, random series]\n",
  );
});
