import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Model } from "../../../generators/model/model.ts";
import type { Files } from "../../../generators/output.ts";
import type { AlertModel } from "../../../generators/model/rule-model.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { aFewAtATime } from "../a-few-at-a-time.ts";
import { configPath, templatesFolder } from "../alertmanager/config-complaints.ts";
import { notificationTexts as textsIn, type NotificationText } from "../alertmanager/notification-texts.ts";
import { renderTexts, type Rendered } from "../alertmanager/render.ts";
import { sampleLabels } from "../alertmanager/sample-labels.ts";
import { sampleNotifications } from "../alertmanager/sample-notifications.ts";
import { counted, type ToolJudge } from "../judge.ts";
import { parseFile } from "../../../generators/targets/validation/parse-file.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { receiversMeant } from "./alert-routing.ts";

/** The text of every notification, filled in as Alertmanager would: `amtool check-config` does not look at it. */
export const notificationTexts: ToolJudge = {
  id: "notification-texts",
  what: "texts of notifications",
  tool: "amtool",
  isAbout: (path) => path === configPath || path.startsWith(templatesFolder),
  async judge({ files, model }, tool) {
    const texts = textsIn(parseFile(configPath, files[configPath] ?? "").data);
    const batches = batchesOf(texts);
    const rendered = await inTemporaryFolder(templateFiles(files, tool), (folder) =>
      aFewAtATime(batches, (batch) => renderBatch(batch, model, { tool, folder })),
    );
    const complaints = rendered.flatMap((batch) => [
      ...batch.flatMap((one) => complaintAbout(one, model) ?? []),
      ...silentTexts(batch, model),
    ]);
    return {
      judged: counted(texts.length, "text"),
      problems: problemsAt(notificationTexts.id, complaints, files),
    };
  },
};

/** Our templates, with Alertmanager's own behind them where amtool does not carry them: then a line keeps its number. */
function templateFiles(files: Files, { defaultTemplates }: Tool): Files {
  const own = Object.entries(files).filter(([path]) => path.startsWith(templatesFolder));
  const builtIn = defaultTemplates === undefined ? "" : readFileSync(defaultTemplates, "utf8");
  // One file: amtool would read several in an order of its own.
  const [firstPath = "signalbox.tmpl"] = own.map(([path]) => path);
  const text = [...own.map(([, template]) => template), builtIn].join("\n");
  return { [`templates/${basename(firstPath)}`]: text };
}

/** Texts that can be rendered in one call: of one receiver, and either pages or plain text. */
function batchesOf(texts: readonly NotificationText[]): NotificationText[][] {
  const batches = new Map<string, NotificationText[]>();
  for (const text of texts) {
    const key = JSON.stringify([text.receiver, text.type === "html" ? text.key : text.type]);
    batches.set(key, [...(batches.get(key) ?? []), text]);
  }
  return [...batches.values()];
}

async function renderBatch(
  batch: readonly NotificationText[],
  model: Model,
  renderer: Parameters<typeof renderTexts>[2],
): Promise<Rendered[]> {
  const receiver = batch[0]?.receiver ?? "";
  const rendered: Rendered[] = [];
  for (const notification of sampleNotifications(receiver, alertsFor(receiver, model), model.platform)) {
    rendered.push(...(await renderTexts(batch, notification, renderer)));
  }
  return rendered;
}

/** The alerts that the receiver hears of; where that is none on purpose, its texts are tried with all of them. */
function alertsFor(receiver: string, { alerts, platform }: Model): readonly AlertModel[] {
  const own = alerts.filter((alert) =>
    receiversMeant(sampleLabels(alert, platform), platform).includes(receiver),
  );
  return own.length > 0 ? own : alerts;
}

function complaintAbout({ text, notification, outcome }: Rendered, model: Model): Finding | undefined {
  const complain = (message: string) => complaint(text, `with ${notification.what} it ${message}`, model);
  if ("error" in outcome) return complain(`is no text: ${outcome.error}`);
  if (outcome.result.includes("<no value>")) return complain(`says <no value>: ${outcome.result}`);
  if (isEmpty(outcome) && !text.optional) return complain("is empty");
  const length = [...outcome.result].length;
  if (text.limit === undefined || length <= text.limit) return undefined;
  return complain(`has ${length} characters, and at most ${text.limit} are taken`);
}

/** Optional texts that nothing makes say anything. */
function silentTexts(batch: readonly Rendered[], model: Model): Finding[] {
  const texts = [...new Set(batch.map(({ text }) => text))].filter(({ optional }) => optional);
  const silent = texts.filter((text) => batch.every((one) => one.text !== text || isEmpty(one.outcome)));
  return silent.map((text) => complaint(text, "it is always empty", model));
}

function isEmpty(outcome: Rendered["outcome"]): boolean {
  return "result" in outcome && outcome.result.trim() === "";
}

function complaint({ receiver, key }: NotificationText, message: string, { platform }: Model): Finding {
  const place = Object.values(platform.receivers).find(({ name }) => name === receiver)?.place;
  return { path: configPath, place, message: `${key} of receiver "${receiver}": ${message}` };
}
