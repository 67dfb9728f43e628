import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "./engine.ts";
import { languagePages } from "./reference/language-pages.ts";

// Writes docs/language/ anew. A test says when it is stale.

const folder = join(engine.packageFolder, "docs/language");

void languagePages().then((pages) => {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((one) => !Object.hasOwn(pages, one)))
    rmSync(join(folder, name));
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
});
