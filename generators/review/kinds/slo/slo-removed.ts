import { thingsRemoved } from "../../described-kinds.ts";

export const sloRemoved = thingsRemoved({
  id: "slo-removed",
  group: "slo",
  what: "SLO",
  noun: "SLO",
  class: "slo",
  of: ({ slos }) => slos,
});
