import { formatQuantity } from "../../text/quantity.ts";
import type { Resolution } from "../../model/resolution.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { MutationOperator } from "../operator.ts";

/** The number at which an alert ends: a tenth of the way to its threshold, a tenth away from it, and the threshold itself. */
export const resolvesAt: MutationOperator = {
  mutate: ({ rule, resolvingAt }) => {
    if (rule.kind !== "alert" || !rule.resolution) return [];
    const { resolution } = rule;
    return othersOf(rule, resolution).map(({ variant, value }) => {
      const other = value === undefined ? undefined : { ...resolution, value };
      return {
        id: `resolvesAt ${variant}`,
        what: `resolvesAt ${resolution.text} ${value === undefined ? "removed" : `→ ${formatQuantity(value, unitOf(rule))}`}`,
        mutated: { ...rule, resolution: other, deployed: resolvingAt(other) },
      };
    });
  },
  toAdd:
    "give `ending` levels between the two numbers: `firing` where it just goes on, `ok` where it is just over",
};

function othersOf({ threshold }: AlertModel, { value }: Resolution) {
  const removed = { variant: "removed", value: undefined };
  if (!threshold) return [removed];
  const tenth = (threshold.value - value) / 10;
  return [
    { variant: "nearer", value: rounded(value + tenth) },
    { variant: "further", value: rounded(value - tenth) },
    removed,
  ];
}

function unitOf({ threshold, valueUnit }: AlertModel): string {
  return threshold?.unit ?? valueUnit;
}

/** Without the noise of binary floating point. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
