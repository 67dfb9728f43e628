import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withCommands } from "../../scripts/project/spoken-commands.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const text = 'run "signalbox build", then signalbox validate --rule Full';

test("started by its own name, it names commands so", () => {
  expect(withCommands(text, {})).toBe(text);
});

test("started by a script, it names the scripts that there are, and npx for the others", async () => {
  const packageFile = join(await temporaryFolder(), "package.json");
  const scripts = { validate: "tsx scripts/signalbox.ts validate", build: "make build" };
  await writeFile(packageFile, JSON.stringify({ scripts }));
  const environment = { npm_lifecycle_event: "validate", npm_package_json: packageFile };
  expect(withCommands(text, environment)).toBe(
    'run "npx signalbox build", then npm run validate -- --rule Full',
  );
});

test("started through npx, it names npx", () => {
  expect(withCommands(text, { npm_lifecycle_event: "npx" })).toBe(
    'run "npx signalbox build", then npx signalbox validate --rule Full',
  );
});
