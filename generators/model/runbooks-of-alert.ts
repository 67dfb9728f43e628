import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";
import type { RunbookModel } from "./runbook-model.ts";

/** The runbooks that list this alert, in the order of the model. */
export function runbooksOfAlert(
  { name }: Pick<AlertModel, "name">,
  { runbooks }: Pick<Model, "runbooks">,
): RunbookModel[] {
  return runbooks.filter(({ alerts }) => alerts.includes(name));
}
