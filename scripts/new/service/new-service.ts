import { existsSync } from "node:fs";
import { join } from "node:path";
import { camelCase, titleOf } from "../../code/names.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";
import { fetchExposition } from "../exposition/fetch-exposition.ts";
import { readExposition } from "../../../generators/exposition/read-exposition.ts";
import type { KnownProject, Refused } from "../known-project.ts";
import { leftOutFor, takenByAll, whyLeftOut, type WhyLeftOut } from "../metric/left-out.ts";
import type { Planned } from "../planned.ts";
import { addToServices, servicesFolder } from "./add-to-services.ts";
import { serviceFiles } from "./service-file.ts";
import { programIn, targetOf, type Target, type WantedService } from "./wanted-service.ts";

export interface ServiceWishes {
  /** A file or an address with an exposition. */
  readonly metrics?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly target?: string | undefined;
  readonly job?: string | undefined;
  readonly title?: string | undefined;
  readonly owner?: string | undefined;
  /** Also what is left out otherwise. */
  readonly all?: boolean | undefined;
}

/** What is to be written for a new service. */
export async function newService(
  name: string,
  wishes: ServiceWishes,
  known: KnownProject,
): Promise<Planned | Refused> {
  const taken = whyTaken(name, wishes.job ?? name, known);
  if (taken !== undefined) return { refused: taken };
  const read = await familiesIn(wishes);
  if ("refused" in read) return read;
  const { families, leftOut } = chosen(read.families, wishes.all ?? false);
  if (read.families && families?.length === 0) {
    return { refused: `Nothing in ${wishes.metrics} would become a metric.\n${leftOut.join("\n")}` };
  }
  const service: WantedService = {
    name,
    title: wishes.title ?? titleOf(name),
    owner: wishes.owner,
    job: wishes.job ?? name,
    target: targetFrom(wishes),
    families,
    program: read.families && programIn(read.families),
  };
  const folder = `${servicesFolder(known.project)}/${name}`;
  const files = serviceFiles(service, folder);
  const list = addToServices(known.project, camelCase(name), `${folder}/service.ts`);
  if ("refused" in list) return list;
  return { files: [...files, list], notes: [...counted(families), ...leftOut, ...nextSteps(service)] };
}

function whyTaken(name: string, job: string, { project, definitions }: KnownProject): string | undefined {
  const { services } = definitions;
  const folder = `${servicesFolder(project)}/${name}`;
  if (services.some((one) => one.name === name)) return `There is a service ${name} already.`;
  if (existsSync(join(project.root, folder))) return `${folder}/ is there already.`;
  const other = services.find(({ jobs }) => Object.values(jobs).some((one) => one.job === job));
  if (other) return `The service ${other.name} has a job ${job} already: say another name with --job.`;
  const boards = services.flatMap(({ dashboards = {} }) => Object.values(dashboards));
  if (boards.some(({ uid }) => uid === name))
    return `There is a dashboard ${name} already, as the service's own would be called.`;
  return undefined;
}

async function familiesIn({
  metrics,
  tokenFile,
}: ServiceWishes): Promise<{ readonly families: readonly Family[] | undefined } | Refused> {
  if (metrics === undefined) return { families: undefined };
  const fetched = await fetchExposition(metrics, { tokenFile });
  if ("complaint" in fetched) return { refused: fetched.complaint };
  const read = readExposition(fetched.text);
  if ("families" in read) return read;
  const { line, reason } = read.unreadable;
  return { refused: `This is no exposition of metrics: line ${line}: ${reason}.` };
}

function chosen(families: readonly Family[] | undefined, all: boolean) {
  if (families === undefined) return { families, leftOut: [] };
  const out = new Map<WhyLeftOut, string[]>();
  const taken = families.filter((family) => {
    const why = leftOutFor(family);
    if (why === undefined || (all && takenByAll.has(why))) return true;
    const names = out.get(why);
    if (names) names.push(family.name);
    else out.set(why, [family.name]);
    return false;
  });
  return { families: taken, leftOut: [...out].map(([why, names]) => leftOutNote(why, names)) };
}

function leftOutNote(why: WhyLeftOut, names: readonly string[]): string {
  const more = names.length > 3 ? " …" : "";
  const how = takenByAll.has(why) ? " (--all takes them)" : "";
  return `Left out: ${names.length} ${whyLeftOut[why]}${how}: ${names.slice(0, 3).join(", ")}${more}`;
}

function targetFrom({ target, metrics }: ServiceWishes): Target {
  if (target !== undefined) return { address: target, path: "/metrics", scheme: "http" };
  if (metrics !== undefined && /^https?:/i.test(metrics)) return targetOf(metrics);
  return { address: undefined, path: "/metrics", scheme: "http" };
}

function counted(families: readonly Family[] | undefined): string[] {
  return families === undefined
    ? []
    : [`${families.length} ${families.length === 1 ? "metric" : "metrics"}.`];
}

function nextSteps({ name, families }: WantedService): string[] {
  const some = families?.find(({ type }) => type === "counter" || type === "gauge")?.name;
  return [
    "Next: build, and answer what it asks at its place: npx signalbox build",
    ...(some === undefined ? ["Then declare what it measures in its metrics.ts."] : []),
    `Then an alert: npx signalbox new alert <Name> --service ${name} --metric ${some ?? "<metric>"}`,
  ];
}
