import { shownPanels } from "../../../generators/model/alert-relations.ts";
import { metricKey } from "../../../generators/model/metrics-behind.ts";
import { resolve } from "../../../generators/model/resolve.ts";
import type { Service } from "../../../generators/language/service.ts";
import { addDefinition } from "../add-definition.ts";
import { kebabCase } from "../../code/names.ts";
import { findMetric, type KnownMetric } from "../find-metric.ts";
import { type KnownProject, type Refused, serviceNamed } from "../known-project.ts";
import { lastOfEach, sourcesOf } from "../sources.ts";
import type { Planned } from "../planned.ts";
import type { WrittenFile } from "../written-files.ts";
import { severityNamed } from "../severities.ts";
import { alertCode, alertNeeds, type WantedAlert } from "./alert-code.ts";
import { addPanel } from "./alert-panel.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import { conditionOn } from "./condition-on-metric.ts";
import { downCondition } from "./of-job.ts";
import { ofShare } from "./of-share.ts";

export interface AlertWishes {
  readonly service?: string | undefined;
  readonly metric?: string | undefined;
  readonly of?: string | undefined;
  readonly beside?: string | undefined;
  readonly job?: string | undefined;
  readonly above?: string | undefined;
  readonly below?: string | undefined;
  readonly where?: string | undefined;
  readonly for?: string | undefined;
  readonly severity?: string | undefined;
  readonly component?: string | undefined;
}

/**
 * What is to be written for a new alert.
 *
 * @param pending what is written with it, before it
 */
export async function newAlert(
  name: string,
  wishes: AlertWishes,
  known: KnownProject,
  pending: readonly WrittenFile[] = [],
): Promise<Planned | Refused> {
  const { services } = known.definitions;
  const other = services.find(({ alerts = {} }) => Object.hasOwn(alerts, name));
  if (other) return { refused: `The service ${other.name} has an alert ${name} already.` };
  const service = serviceNamed(wishes.service, known);
  if ("refused" in service) return service;
  const severity = await severityNamed(wishes.severity, known);
  if ("refused" in severity) return severity;
  const subject = await subjectOf(wishes, service, known);
  if ("refused" in subject) return subject;
  const alert: WantedAlert = {
    name,
    severity: severity.chosen,
    component: wishes.component ?? service.name,
    hold: wishes.for,
    title: service.title,
    about: subject.about,
    condition: subject.condition,
    downOf: subject.downOf,
  };
  const isShown = subject.metric === undefined || isOnPanel(subject.metric, wishes, known);
  const written = await filesWith(alert, service, isShown, { known, pending });
  if ("refused" in written) return written;
  const { files, file, notes } = written;
  return { files, notes: [...notes, ...nextSteps(alert, severity.others, file)] };
}

/** The files with the alert, and with a panel that shows what it is about, where none does yet. */
async function filesWith(
  alert: WantedAlert,
  service: Service,
  isShown: boolean,
  { known, pending }: { readonly known: KnownProject; readonly pending: readonly WrittenFile[] },
): Promise<(Planned & { readonly file: string }) | Refused> {
  const { name } = alert;
  const definition = { name, file: kebabCase(name), code: alertCode(alert), needs: alertNeeds(alert) };
  const own = addDefinition({ part: "alerts", ...definition }, service, sourcesOf(known.project, pending));
  if ("refused" in own) return own;
  const added = { ...own, files: [...pending, ...own.files] };
  const panel = isShown ? [] : await addPanel(alert, added, service, known);
  const isRefused = "refused" in panel;
  return {
    files: lastOfEach([...added.files, ...(isRefused ? [] : panel)]),
    file: added.exported.file,
    notes: isRefused ? [panel.refused] : [],
  };
}

interface Subject {
  readonly condition: Condition;
  readonly about: string;
  readonly metric: KnownMetric | undefined;
  readonly downOf: string | undefined;
}

async function subjectOf(
  wishes: AlertWishes,
  service: Service,
  known: KnownProject,
): Promise<Subject | Refused> {
  if (wishes.metric === undefined) return downCondition(wishes.job, service, known);
  const metric = await findMetric(wishes.metric, service, known, wishes.job);
  if ("refused" in metric) return metric;
  const { help } = metric.definition;
  const second = wishes.of ?? wishes.beside;
  if (second === undefined) {
    const condition = conditionOn(metric, conditionWishes(wishes));
    return "refused" in condition ? condition : { condition, about: help, metric, downOf: undefined };
  }
  const other = await findMetric(second, service, known, wishes.job);
  if ("refused" in other) return other;
  if (other.handle === metric.handle && wishes.where === undefined)
    return {
      refused: `${second} is the metric itself: a share is of another one, or of some of its series, with --where.`,
    };
  const condition = ofShare(metric, other, wishes.of === undefined ? "rest" : "all", conditionWishes(wishes));
  if ("refused" in condition) return condition;
  const asShare = wishes.of === undefined ? "As a share of both this and" : "As a share of";
  const about =
    other.handle === metric.handle
      ? `${help} Those with ${wishes.where ?? ""}, as a share of all.`
      : `${help} ${asShare}: ${other.definition.help}`;
  return { condition, about, metric, downOf: undefined };
}

function conditionWishes({ above, below, where }: AlertWishes): ConditionWishes {
  const at = where?.indexOf("=") ?? -1;
  return {
    side: below === undefined ? "above" : "below",
    threshold: above ?? below,
    where: where === undefined ? undefined : [where.slice(0, at), where.slice(at + 1)],
  };
}

/** Whether a panel shows the metric already, as far as can be said before the alert is there. */
function isOnPanel(
  { job, definition }: KnownMetric,
  { where, of, beside }: AlertWishes,
  { definitions }: KnownProject,
): boolean {
  if ([where, of, beside].some((one) => one !== undefined)) return false;
  const { model } = resolve(definitions);
  const key = metricKey(job, definition.name);
  return shownPanels(model).some(({ subjects }) => subjects.some((subject) => subject.key === key));
}

function nextSteps(
  { name, condition, severity }: WantedAlert,
  others: readonly string[],
  file: string,
): string[] {
  return [
    `Next: answer in ${file} what is open in ${name}; "npx signalbox build" names what is left.`,
    ...(condition.guessed === undefined
      ? []
      : [
          `The threshold ${condition.guessed} is an example: write it anew with --above or --below, or correct it and the scenario.`,
        ]),
    `Its severity is ${severity.name}; there are also ${others.join(", ")}.`,
  ];
}
