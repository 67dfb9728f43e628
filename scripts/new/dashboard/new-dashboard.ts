import { addDefinition } from "../add-definition.ts";
import { camelCase, titleOf } from "../../code/names.ts";
import { type KnownProject, type Refused, serviceNamed } from "../known-project.ts";
import { sourcesOf } from "../sources.ts";
import type { Planned } from "../planned.ts";
import { jobsOf } from "./jobs-of.ts";
import { dashboardCode, dashboardNeeds } from "./dashboard-code.ts";

export interface DashboardWishes {
  readonly service?: string | undefined;
  readonly title?: string | undefined;
}

/** What is to be written for a new dashboard. */
export async function newDashboard(
  name: string,
  wishes: DashboardWishes,
  known: KnownProject,
): Promise<Planned | Refused> {
  const service = serviceNamed(wishes.service, known);
  if ("refused" in service) return service;
  const boards = known.definitions.services.flatMap(({ dashboards = {} }) => Object.values(dashboards));
  if (boards.some(({ uid }) => uid === name)) return { refused: `There is a dashboard ${name} already.` };
  const folder = Object.values(service.dashboards ?? {})[0]?.folder ?? service.title;
  const title = wishes.title ?? titleOf(name);
  if (boards.some((one) => one.title === title && one.folder === folder)) {
    return {
      refused: `The folder ${folder} has a dashboard with the title "${title}" already: say another with --title.`,
    };
  }
  const jobs = await jobsOf(service, known);
  if (jobs.length === 0)
    return { refused: `The service ${service.name} exports no job that a panel could show.` };
  const code = dashboardCode({ uid: name, title, folder, jobs });
  const needs = dashboardNeeds(jobs);
  const added = addDefinition(
    { part: "dashboards", name: camelCase(name), file: name, code, needs },
    service,
    sourcesOf(known.project),
  );
  if ("refused" in added) return added;
  const notes = [
    "Next: add rows and panels to it: row(…, [timeSeries({ … })]); then build: npx signalbox build",
  ];
  return { files: added.files, notes };
}
