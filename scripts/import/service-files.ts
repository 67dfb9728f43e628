import { named, text } from "../code/code.ts";
import { printImport } from "../code/imports.ts";
import { camelCase } from "../code/names.ts";
import { openAnswer } from "../code/open-answer.ts";
import { printStatement } from "../code/print-code.ts";
import { modulePath } from "../new/module-path.ts";
import type { WrittenFile } from "../new/written-files.ts";
import { boardFiles } from "./dashboards/boards.ts";
import type { BoardFile } from "./dashboards/board-file.ts";
import type { Handle, Handles, ImportedService } from "./imported-service.ts";
import { metricsFiles, type MetricsFiles } from "./metrics-files.ts";
import { type Laid, laidOut, moduleOfRules, type RuleFile, ruleFiles } from "./rule-files.ts";

/** All files of a service, and of those with rules where each of them stands. */
export interface ServiceFiles {
  readonly files: readonly WrittenFile[];
  readonly rules: readonly RuleFile[];
  /** Those of dashboards. */
  readonly boards: readonly BoardFile[];
}

/** A service by its kinds of definitions, as one would lay it out by hand. */
export function importedFiles(service: ImportedService): ServiceFiles {
  const metrics = metricsFiles(service);
  const laid = { recordings: laidOut("recordings", service), alerts: laidOut("alerts", service) };
  const handles = handlesOf(metrics, laid.recordings);
  const recordings = ruleFiles("recordings", laid.recordings, service, handles);
  const alerts = ruleFiles("alerts", laid.alerts, service, handles);
  const boards = boardFiles({ ...service, ...service.boards, series: service.words.named, handles });
  const parts = [
    ["metrics", metrics.files[0]?.path],
    ["recordings", moduleOfRules(recordings)],
    ["alerts", moduleOfRules(alerts)],
    ["dashboards", boards[0]?.path],
  ] as const;
  const files = [serviceFile(service, parts), ...metrics.files, ...recordings, ...alerts, ...boards];
  return {
    files,
    rules: [...recordings, ...alerts],
    boards: boards.flatMap((file) => ("parts" in file ? [file] : [])),
  };
}

function handlesOf({ handles }: MetricsFiles, laid: readonly Laid[]): Handles {
  const recorded = new Map<string, Handle>();
  for (const { path, rules } of laid) {
    for (const { rule, exported } of rules) {
      const own = { name: exported, file: path };
      const earlier = recorded.get(rule.name);
      recorded.set(rule.name, togetherWith(earlier, own));
    }
  }
  return {
    handleOf: (name) => recorded.get(name) ?? handles.get(name) ?? firing,
  };
}

/** The alerts themselves are the only series that neither a metric nor a rule declares. */
const firing: Handle = { code: "firingAlerts", words: ["firingAlerts"], exports: [] };

/** All that is recorded under one name. */
function togetherWith(
  earlier: Handle | undefined,
  own: { readonly name: string; readonly file: string },
): Handle {
  if (!earlier) return { code: own.name, words: [], exports: [own] };
  const exports = [...earlier.exports, own];
  const names = exports.map(({ name }) => name).join(", ");
  return { code: `everyRecording(${names})`, words: ["everyRecording"], exports };
}

function serviceFile(
  { name, title, folder, from, foreignNames }: ImportedService,
  parts: readonly (readonly [part: string, file: string | undefined])[],
): WrittenFile {
  const path = `${folder}/service.ts`;
  const own = parts.flatMap(([part, file]) => (file === undefined ? [] : [{ part, file }]));
  const imports = own.map(({ part, file }) => `import * as ${part} from "${modulePath(path, file)}";\n`);
  const code = named("service", name, [
    { key: "title", value: text(title) },
    { key: "description", value: text(openAnswer(`what does ${title} do, and for whom?`)) },
    { key: "owner", value: text(openAnswer(`who is responsible for ${title}?`)) },
    { key: "jobs", value: "{}" },
    ...(own.some(({ part }) => part === "metrics") ? [] : [{ key: "metrics", value: "{}" }]),
    ...own.map(({ part }) => ({ key: part, value: part })),
    ...(foreignNames ? [{ key: "foreignNames", value: text(`the authors of ${from} name them`) }] : []),
  ]);
  const imported = `${printImport("signalbox", ["service"])}${imports.sort().join("")}\n`;
  return {
    kind: "new",
    path,
    text: `${imported}${printStatement(`export const ${camelCase(name)} = `, code)}`,
  };
}
