import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool } from "../../tools/run-tool.ts";
import type { NotificationText } from "./notification-texts.ts";
import type { Notification } from "./sample-notifications.ts";

/** A text as Alertmanager would send it, or what amtool says instead. */
export interface Rendered {
  readonly text: NotificationText;
  readonly notification: Notification;
  readonly outcome: { readonly result: string } | { readonly error: string };
}

export interface Renderer {
  readonly tool: Tool;
  /** Where the templates are, and where the data may be written. */
  readonly folder: string;
}

/** Stands between the texts of one call; no template trims it away and no text has it. */
const separator = "\u241e";

/** Renders texts of one type with one notification: all in one call, and each by itself only when that fails. */
export async function renderTexts(
  texts: readonly NotificationText[],
  notification: Notification,
  renderer: Renderer,
): Promise<Rendered[]> {
  const together = await render(texts.map(({ text }) => text).join(separator), texts, notification, renderer);
  const results = "result" in together ? together.result.split(separator) : [];
  if (results.length === texts.length) {
    return texts.map((text, index) => ({ text, notification, outcome: { result: results[index] ?? "" } }));
  }
  const rendered: Rendered[] = [];
  for (const text of texts) {
    rendered.push({ text, notification, outcome: await render(text.text, [text], notification, renderer) });
  }
  return rendered;
}

async function render(
  template: string,
  [first]: readonly NotificationText[],
  { data, what }: Notification,
  { tool, folder }: Renderer,
): Promise<Rendered["outcome"]> {
  // A file for each call: calls run side by side.
  const dataFile = join(folder, `${first?.receiver}-${first?.key}-${what}.json`.replace(/[^\w.-]/g, "-"));
  writeFileSync(dataFile, JSON.stringify(data));
  const { code, stdout, stderr } = await runTool(tool, [
    "template",
    "render",
    `--template.glob=${join(folder, "templates", "*.tmpl")}`,
    `--template.data=${dataFile}`,
    `--template.type=${first?.type ?? "text"}`,
    `--template.text=${template}`,
  ]);
  return code === 0 ? { result: stdout } : { error: stderr.replace(/^\S+: error: /, "").trim() };
}
