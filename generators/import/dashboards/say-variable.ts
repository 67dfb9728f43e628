import { dataAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputVariable } from "./input-dashboard.ts";
import type { SaidOptions } from "./said-panel.ts";

/** What a choice among the values of a label says beside what it asks. Queries name it by hand: it narrows none by itself. */
export function variableOptions({ json }: InputVariable): SaidOptions {
  const multiple = json["multi"] === true;
  const all = allOf(json["includeAll"] === true, textAt(json, "allValue") ?? "");
  const first = chosenFirst(json["current"]);
  const regex = textAt(json, "regex") ?? "";
  return {
    ...(multiple ? {} : { multiple }),
    ...(all === (multiple ? "anything" : false) ? {} : { all }),
    ...(first === undefined ? {} : { first }),
    ...orderOf(Number(json["sort"] ?? 0)),
    ...(regex === "" ? {} : { matching: regex }),
    // Grafana's 1 hides only the label.
    ...(json["hide"] === 2 || json["hide"] === "hideVariable" ? { hidden: true } : {}),
    narrows: false,
  };
}

function allOf(isOffered: boolean, value: string): string | false {
  if (!isOffered) return false;
  if (value === ".*") return "anything";
  return value === ".+" ? "some value" : "what is offered";
}

function chosenFirst(current: unknown): string | undefined {
  const value = dataAt(current, "value");
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one !== "" && one !== "$__all" ? one : undefined;
}

/** Grafana numbers its orders: the odd ones rise, and 0 is none. */
function orderOf(sort: number): SaidOptions {
  if (sort === 0) return { order: "as found" };
  return sort % 2 === 0 ? { order: "falling" } : {};
}
