import { thingsAdded } from "../../described-kinds.ts";

export const sloAdded = thingsAdded({
  id: "slo-added",
  group: "slo",
  what: "SLO",
  noun: "SLO",
  class: "slo",
  of: ({ slos }) => slos,
});
