import { named, text } from "../../code/code.ts";
import { printImport } from "../../code/imports.ts";
import { camelCase } from "../../code/names.ts";
import { openAnswer } from "../../code/open-answer.ts";
import { printStatement } from "../../code/print-code.ts";
import { dashboardCode, dashboardNeeds } from "../dashboard/dashboard-code.ts";
import { importsFor, modulePath } from "../module-path.ts";
import { printImports } from "../../code/imports.ts";
import type { WrittenFile } from "../written-files.ts";
import { metricFiles, metricsModule } from "./metric-files.ts";
import { jobOf, scrapeJobFile } from "./scrape-file.ts";
import type { WantedService } from "./wanted-service.ts";

/** All files of a new service, in its folder. */
export function serviceFiles(service: WantedService, folder: string): readonly WrittenFile[] {
  const metrics = metricFiles(service, folder);
  const scrape = scrapeJobFile(service, folder);
  const dashboards = dashboardsFile(service, folder, scrape.path);
  const path = `${folder}/service.ts`;
  const parts: readonly (readonly [part: string, file: string])[] = [
    ["dashboards", dashboards.path],
    ["metrics", metricsModule(metrics)],
    ["jobs", scrape.path],
  ];
  const imports = parts.map(([part, file]) => `import * as ${part} from "${modulePath(path, file)}";\n`);
  const { name, title, owner } = service;
  const code = named("service", name, [
    { key: "title", value: text(title) },
    { key: "description", value: text(openAnswer(`what does ${title} do, and for whom?`)) },
    { key: "owner", value: text(owner ?? openAnswer(`who is responsible for ${title}?`)) },
    ...["jobs", "metrics", "dashboards"].map((part) => ({ key: part, value: part })),
  ]);
  const imported = `${printImport("signalbox", ["service"])}${imports.join("")}\n`;
  const whole = `${imported}${printStatement(`export const ${camelCase(name)} = `, code)}`;
  return [{ kind: "new", path, text: whole }, scrape, ...metrics, dashboards];
}

function dashboardsFile(service: WantedService, folder: string, scrape: string): WrittenFile {
  const path = `${folder}/dashboards.ts`;
  const job = { name: jobOf(service), file: scrape };
  const imports = importsFor(path, dashboardNeeds([job]));
  const code = dashboardCode({ uid: service.name, title: service.title, folder: service.title, jobs: [job] });
  return {
    kind: "new",
    path,
    text: `${printImports(imports)}\n${printStatement("export const overview = ", code)}`,
  };
}
