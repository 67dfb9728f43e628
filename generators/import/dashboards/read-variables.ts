import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { DashboardDocument } from "./dashboard-documents.ts";
import type { InputVariable } from "./input-dashboard.ts";

/** The variables of a classic dashboard. */
export function readVariables({ data, placeOf }: DashboardDocument): InputVariable[] {
  return itemsAt(data, "templating", "list").map((variable, index) => {
    const name = textAt(variable, "name") ?? "";
    const known = ["name", "type", "label", "query"];
    return {
      name,
      type: textAt(variable, "type") ?? "query",
      title: textAt(variable, "label") || name,
      query: textAt(variable, "query") ?? textAt(dataAt(variable, "query"), "query") ?? "",
      json: Object.fromEntries(entriesAt(variable).filter(([key]) => !known.includes(key))),
      place: placeOf(["templating", "list", index]),
    };
  });
}
