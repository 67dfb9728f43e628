import { thingsChanged } from "../../described-kinds.ts";

export const sloChanged = thingsChanged(
  {
    id: "slo-changed",
    group: "slo",
    what: "SLO",
    noun: "SLO",
    class: "slo",
    of: ({ slos }) => slos,
  },
  "Something else was promised, or its alerts fire at another pace.",
);
