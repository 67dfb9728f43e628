import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "./engine.ts";
import { promqlPage } from "./reference/promql-page.ts";

// Writes docs/promql.md anew. A test says when it is stale.

void promqlPage().then((text) => writeFileSync(join(engine.packageFolder, "docs/promql.md"), text));
