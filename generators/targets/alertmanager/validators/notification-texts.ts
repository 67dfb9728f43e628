import { falseCounts, missingFacts } from "../notification-facts.ts";
import type { Model } from "../../../model/model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import type { Files } from "../../../output.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import type { ProgramAnswer, ProgramCall, ProgramValidator } from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";
import { notificationTexts as textsIn, type TemplateText } from "../notification-texts.ts";
import { sampleLabels } from "../samples/sample-labels.ts";
import { sampleNotifications, type SampleNotification } from "../samples/sample-notifications.ts";
import { receiversMeant } from "./alert-routing.ts";
import { configPath, templatesFolder } from "./alertmanager-config.ts";

/** The text of every notification, rendered as Alertmanager would: `amtool check-config` does not look at it. */
export const notificationTexts: ProgramValidator = {
  id: "notification-texts",
  what: "texts of notifications",
  by: "program",
  program: "amtool",
  covers: (path) => path === configPath || path.startsWith(templatesFolder),
  mustRefuse: [
    {
      args: ["template", "render", "--template.glob=*.tmpl", '--template.text={{ template "nothing" . }}'],
      folder: { "wrong.tmpl": '{{ define "something" }}{{ end }}\n' },
    },
  ],
  *validate({ files, model, parse = parseFile }, { defaultTemplates }) {
    const texts = textsIn(parse(configPath, files[configPath] ?? "").data);
    const templates = templateFiles(files, defaultTemplates);
    const batches = batchesOf(texts).flatMap((batch) => renderings(batch, model));
    const together = yield batches.map((batch) => renderCall(batch, templates));
    const split = batches.flatMap((batch, index) => resultsOf(batch, together[index]));
    // What fails together is rendered text by text, which shows the texts that fail.
    const again = split.filter(({ outcome }) => outcome === undefined);
    const alone = yield again.map(({ text, notification }) =>
      renderCall({ texts: [text], notification }, templates),
    );
    const rendered = split.map((one): Rendered => {
      const { outcome = outcomeOf(alone[again.indexOf(one)]) } = one;
      return { ...one, outcome };
    });
    const findings = [
      ...rendered.flatMap((one) => findingAbout(one, model) ?? []),
      ...rendered.flatMap((one) => falseTexts(one, model)),
      ...emptyTexts(rendered, model),
      ...silentNotifiers(rendered, model),
    ];
    return { checked: counted(texts.length, "text"), findings };
  },
};

/** Our templates, with Alertmanager's own behind them where amtool does not carry them: so each line keeps its number. */
function templateFiles(files: Files, defaultTemplates = ""): Files {
  const own = Object.entries(files).filter(([path]) => path.startsWith(templatesFolder));
  // One file: amtool would read several in an order of its own.
  const [firstPath = `${templatesFolder}signalbox.tmpl`] = own.map(([path]) => path);
  const text = [...own.map(([, template]) => template), defaultTemplates].join("\n");
  return { [`templates/${firstPath.slice(templatesFolder.length)}`]: text };
}

/** Texts that one call can render, of one receiver and one type, with a notification. */
interface Rendering {
  readonly texts: readonly TemplateText[];
  readonly notification: SampleNotification;
}

/** Texts of one receiver that are either plain text or one page. */
function batchesOf(texts: readonly TemplateText[]): TemplateText[][] {
  const batches = new Map<string, TemplateText[]>();
  for (const text of texts) {
    const key = JSON.stringify([text.receiver, text.type === "html" ? text.key : text.type]);
    batches.set(key, [...(batches.get(key) ?? []), text]);
  }
  return [...batches.values()];
}

function renderings(texts: readonly TemplateText[], model: Model): Rendering[] {
  const receiver = texts[0]?.receiver ?? "";
  return sampleNotifications(receiver, alertsFor(receiver, model), model.platform).map((notification) => ({
    texts,
    notification,
  }));
}

/** The alerts that the receiver is notified of; where there are none on purpose, its texts are tried with all of them. */
function alertsFor(receiver: string, { alerts, platform }: Model): readonly AlertModel[] {
  const own = alerts.filter((alert) =>
    receiversMeant(sampleLabels(alert, platform), platform).includes(receiver),
  );
  return own.length > 0 ? own : alerts;
}

/** Between the texts of one call; no template trims it away and no text has it. */
const separator = "\u241e";

function renderCall({ texts, notification }: Rendering, templates: Files): ProgramCall {
  return {
    args: [
      ...["template", "render", "--template.glob=templates/*.tmpl", "--template.data=data.json"],
      `--template.type=${texts[0]?.type ?? "text"}`,
      `--template.text=${texts.map(({ text }) => text).join(separator)}`,
    ],
    folder: { ...templates, "data.json": JSON.stringify(notification.data) },
  };
}

/** A text as Alertmanager would send it, or what amtool says instead. */
interface Rendered {
  readonly text: TemplateText;
  readonly notification: SampleNotification;
  readonly outcome: Outcome;
}

type Outcome = { readonly result: string } | { readonly error: string };

function outcomeOf({ code, stdout, stderr }: ProgramAnswer = { code: 1, stdout: "", stderr: "" }): Outcome {
  return code === 0 ? { result: stdout } : { error: stderr.replace(/^\S+: error: /, "").trim() };
}

/** The text of each of a batch; undefined when they could not be rendered together. */
function resultsOf({ texts, notification }: Rendering, answer: ProgramAnswer | undefined) {
  const outcome = outcomeOf(answer);
  const results = "result" in outcome ? outcome.result.split(separator) : [];
  const isWhole = results.length === texts.length;
  return texts.map((text, index): Omit<Rendered, "outcome"> & { readonly outcome: Outcome | undefined } => ({
    text,
    notification,
    outcome: isWhole ? { result: results[index] ?? "" } : undefined,
  }));
}

function findingAbout(
  { text, notification: { what }, outcome }: Rendered,
  model: Model,
): FileFinding | undefined {
  if ("error" in outcome) return finding(text, `cannot be rendered for ${what}: ${outcome.error}`, model);
  if (outcome.result.includes("<no value>"))
    return finding(text, `renders as <no value> for ${what}: ${outcome.result}`, model);
  if (isEmpty(outcome)) return text.optional ? undefined : finding(text, `is empty for ${what}`, model);
  const length = [...outcome.result].length;
  if (text.limit === undefined || length <= text.limit) return undefined;
  const message = `has ${length} characters for ${what}, and at most ${text.limit} are accepted`;
  return finding(text, message, model);
}

/** What a text says that is not so. */
function falseTexts({ text, notification, outcome }: Rendered, model: Model): FileFinding[] {
  if ("error" in outcome) return [];
  return falseCounts(text.key, outcome.result, notification).map((wrong) =>
    finding(text, `${wrong} for ${notification.what}`, model),
  );
}

/** Notifiers whose texts, taken together, leave out what whoever is woken must know. */
function silentNotifiers(rendered: readonly Rendered[], model: Model): FileFinding[] {
  const together = new Map<string, Rendered[]>();
  for (const one of rendered) {
    const { receiver, key } = one.text;
    const name = JSON.stringify([receiver, key.split(".")[0], one.notification.what]);
    together.set(name, [...(together.get(name) ?? []), one]);
  }
  return [...together.values()].flatMap((all) => {
    const [first] = all;
    // What is wrong with one of its texts is a finding of its own.
    if (first === undefined || all.some((one) => findingAbout(one, model))) return [];
    const texts = all.map(({ outcome }) => ("result" in outcome ? outcome.result : ""));
    const notifier = { ...first.text, key: `the texts of ${first.text.key.split(".")[0]}` };
    return missingFacts(texts, first.notification).map((wrong) =>
      finding(notifier, `${wrong}, for ${first.notification.what}`, model),
    );
  });
}

/** Optional texts that are empty for every notification. */
function emptyTexts(rendered: readonly Rendered[], model: Model): FileFinding[] {
  const texts = [...new Set(rendered.map(({ text }) => text))].filter(({ optional }) => optional);
  const empty = texts.filter((text) => rendered.every((one) => one.text !== text || isEmpty(one.outcome)));
  return empty.map((text) => finding(text, "is always empty", model));
}

function isEmpty(outcome: Outcome): boolean {
  return "result" in outcome && outcome.result.trim() === "";
}

function finding({ receiver, key }: TemplateText, message: string, { platform }: Model): FileFinding {
  const place = Object.values(platform.receivers).find(({ name }) => name === receiver)?.place;
  return { path: configPath, place, message: `${key} of receiver "${receiver}" ${message}` };
}
