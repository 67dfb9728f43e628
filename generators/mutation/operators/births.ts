import type { MutationOperator } from "../operator.ts";

/** Growth that is asked for as it is written: what begins with its first increment is not heard. */
export const births: MutationOperator = {
  mutate: ({ rule, robustBut }) => {
    if (rule.deployed.births.length === 0) return [];
    const functions = [...new Set(rule.deployed.births.map((birth) => birth.function))].join("() and ");
    return [
      {
        id: "births dropped",
        what: `series that are new left out of ${functions}()`,
        mutated: { ...rule, deployed: robustBut({ births: false }) },
      },
    ];
  },
  toAdd:
    "give the series that make it fire with grows(), runs() or share(), from which their beginning can be played",
  toAddForRecording: "give its counters with grows() or runs(), from which their beginning can be played",
};
