import type { Given } from "../language/given.ts";
import type { Model } from "../model/model.ts";
import { seriesText } from "../series/promtool.ts";
import { badInstance, type Concrete, concreteSeries, type ConcreteSeries } from "./concrete-series.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { BehavingSeries, Behaviours } from "./test-series.ts";

/** The series that are given of the end of an alert. */
export function endingSeries(ending: readonly Given[], model: Model): readonly Concrete[] {
  return ending.map((given) => concreteSeries(given, model, badInstance));
}

/** What a series does where the alert just goes on, and where it is just over; nothing where that is not given of it. */
export function behavioursAtEnd(
  series: ConcreteSeries,
  ending: readonly Concrete[],
  behavioursOf: (series: ConcreteSeries) => Behaviours | undefined,
): Pick<BehavingSeries, "held" | "ended"> {
  const own = knownIn(ending).find((one) => isSame(one, series));
  const behaviour = own && behavioursOf(own)?.behaviour;
  return behaviour ? { held: behaviour.firing, ended: behaviour.ok } : {};
}

/** What is given of the end, and not of the same series before. */
export function endingComplaints(
  ending: readonly Concrete[],
  given: readonly ConcreteSeries[],
): RuleTestComplaint[] {
  return [
    ...ending.flatMap((one) =>
      "complaint" in one
        ? [{ message: one.complaint, fix: "give a series that the metrics of this service declare" }]
        : [],
    ),
    ...knownIn(ending).flatMap((one) => {
      const before = given.find((other) => isSame(one, other));
      if (before?.given.kind === one.given.kind) return [];
      const text = seriesText(one.metric, one.labels);
      const { place } = one.given;
      return before
        ? [
            {
              place,
              message: `is given ${text} in \`ending\` in other words than in \`given\``,
              fix: "write both with the same function, such as holds(…)",
            },
          ]
        : [
            {
              place,
              message: `is given ${text} in \`ending\`, but not in \`given\``,
              fix: "say in `given` too what it does until the alert fires, or remove it here",
            },
          ];
    }),
  ];
}

function knownIn(all: readonly Concrete[]): ConcreteSeries[] {
  return all.flatMap((one) => ("series" in one ? one.series : []));
}

function isSame(a: ConcreteSeries, b: ConcreteSeries): boolean {
  const [own, other] = [Object.entries(a.labels), Object.entries(b.labels)];
  return (
    a.metric === b.metric &&
    own.length === other.length &&
    own.every(([name, value]) => b.labels[name] === value)
  );
}
