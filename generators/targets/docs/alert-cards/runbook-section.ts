import type { Model } from "../../../model/model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { runbooksOfAlert } from "../../../model/alert-relations.ts";
import { bulletList, heading, link } from "../../../text/markdown.ts";

/** The runbooks that an alert's card leads to, under their heading; nothing where there are none. */
export function runbookSection(alert: Pick<AlertModel, "name">, model: Pick<Model, "runbooks">): string[] {
  const found = runbooksOfAlert(alert, model);
  if (found.length === 0) return [];
  const links = found.map(({ title, service, slug }) => link(title, `../runbooks/${service}/${slug}.md`));
  return [heading(2, "Runbooks"), bulletList(links)];
}
