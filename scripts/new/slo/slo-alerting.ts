import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { object, type Code } from "../../code/code.ts";
import { printImports } from "../../code/imports.ts";
import { printStatement } from "../../code/print-code.ts";
import type { Exported, KnownProject, Refused } from "../known-project.ts";
import { importsFor } from "../module-path.ts";
import { nameIn } from "../../project/project.ts";
import { loadModule } from "../../project/load-module.ts";
import type { WrittenFile } from "../written-files.ts";
import { severityNamed } from "../severities.ts";

export interface Alerting {
  readonly exported: Exported;
  readonly files: readonly WrittenFile[];
}

/** The export that says whom the SLOs notify: that of the platform, or a new file of it. */
export async function alertingOf(known: KnownProject): Promise<Alerting | Refused> {
  const { project, definitions } = known;
  const file = `${nameIn(project, dirname(project.definitions))}/platform/slo-alerting.ts`;
  const name = "sloAlerting";
  if (existsSync(join(project.root, file))) {
    const exported = await loadModule(join(project.root, file), project.root);
    if (Object.hasOwn(exported, name)) return { exported: { name, file }, files: [] };
    return { refused: `${file} exports no ${name}: who is notified of how fast a budget burns.` };
  }
  const ranked = Object.values(definitions.platform.severities).sort((a, b) => a.rank - b.rank);
  const page = await severityNamed(ranked[0]?.name, known);
  const ticket = await severityNamed(undefined, known);
  if ("refused" in page) return page;
  if ("refused" in ticket) return ticket;
  const severityOf = (one: Exported): Code => object("", [{ key: "severity", value: one.name }]);
  const code = object(
    "",
    [
      { key: "page", value: severityOf(page.chosen) },
      { key: "ticket", value: severityOf(ticket.chosen) },
    ],
    { wrapped: true },
  );
  const imports = printImports(
    importsFor(file, { words: ["type BurnAlerting"], exports: [page.chosen, ticket.chosen] }),
  );
  const words = "/** Who is notified of how fast a budget burns: at once, and in business hours. */\n";
  return {
    exported: { name, file },
    files: [
      {
        kind: "new",
        path: file,
        text: `${imports}\n${words}${printStatement(`export const ${name}: BurnAlerting = `, code)}`,
      },
    ],
  };
}
