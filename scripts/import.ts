import { command, exitCodes, refuseUse, type ExitCode, type OptionValues } from "./command-line.ts";
import { importRules } from "./import/import-rules.ts";
import { readInputs } from "./import/read-inputs.ts";
import { importReport, reportText } from "./import/report.ts";
import { jsonText } from "./json-problems.ts";
import { writeFiles } from "./new/written-files.ts";
import { problemList } from "./problem-list.ts";
import { loadDefinitions } from "./project/load-definitions.ts";
import type { Project } from "./project/project.ts";

const options = {
  service: { type: "string", value: "NAME", help: "the name of the new service; left out: imported" },
  preview: { type: "boolean", help: "say what would be written, and write nothing" },
  json: { type: "boolean", help: "the same as JSON, for a program" },
} as const;

/** Brings rules and dashboards of others into the definitions, as a service in words of the language. */
export const importCommand = command({
  name: "import",
  summary:
    "Writes rules of Prometheus and dashboards of Grafana as a service of the project, in typed words, and proves that they are the same.",
  words: "<files, folders or addresses>",
  options,
  complaint: ({ service }, words) => {
    if (words.length === 0)
      return "Name what to import: rule files, PrometheusRule manifests, dashboards, an exposition.";
    const isName = service === undefined || /^[a-z][a-z0-9-]*$/.test(service);
    return isName ? undefined : "The name of a service has small letters, digits and hyphens.";
  },
  run: importInputs,
});

async function importInputs(
  { service = "imported", preview = false, json = false }: OptionValues<typeof options>,
  project: Project,
  sources: readonly string[],
): Promise<ExitCode> {
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) {
    process.stderr.write(problemList(loaded.problems, "nothing was written", process.stderr));
    return exitCodes.problem;
  }
  const { definitions } = loaded;
  if (definitions.services.some(({ name }) => name === service))
    return refuseUse("import", `There is a service ${service} already: say another name with --service.`);
  const inputs = await readInputs(sources);
  if ("refused" in inputs) return refuse(inputs.refused);
  if (inputs.rules.length + inputs.boards.length === 0)
    return refuse(
      ["There is no rule and no dashboard in it.", ...inputs.remarks.map(({ message }) => message)].join(
        "\n",
      ),
    );
  const imported = await importRules({ ...inputs, name: service }, { project, definitions });
  if ("refused" in imported) return refuse(imported.refused);
  const report = importReport(imported, inputs.remarks);
  const isWrong = report.differences.length > 0;
  const failure = preview || isWrong ? undefined : writeFiles(project.root, imported.files);
  if (failure !== undefined) return refuse(failure);
  process.stdout.write(json ? jsonText(report) : reportText(report));
  if (preview || isWrong) process.stderr.write("Nothing was written.\n");
  return isWrong ? exitCodes.problem : exitCodes.success;
}

function refuse(reason: string): ExitCode {
  process.stderr.write(`${reason}\nNothing was written.\n`);
  return exitCodes.problem;
}
