import { exporterModules } from "../../jobs/of-jobs.ts";
import type { ExporterName } from "../../jobs/job.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

/** The configuration of an exporter, where there is one: the modules that jobs use, each once, in the order of the jobs. */
export function exporterConfig(exporter: ExporterName, path: string): Output {
  return ({ jobs, platform }) => {
    if (!platform.deploy.containers[exporter]) return {};
    const used = exporterModules(jobs, exporter);
    const modules = Object.fromEntries(used.map(({ name, section }) => [name, section]));
    return { [path]: printYaml({ modules }, { source: sourceOf(used.map(({ definition }) => definition)) }) };
  };
}
