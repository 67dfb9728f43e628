import { thingsAdded } from "../../described-kinds.ts";

export const jobAdded = thingsAdded({
  id: "job-added",
  group: "collected",
  what: "job",
  noun: "job",
  class: "collected",
  of: ({ jobs }) => jobs,
});
