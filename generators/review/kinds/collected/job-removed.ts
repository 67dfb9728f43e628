import { thingsRemoved } from "../../described-kinds.ts";

export const jobRemoved = thingsRemoved({
  id: "job-removed",
  group: "collected",
  what: "job",
  noun: "job",
  class: "collected",
  of: ({ jobs }) => jobs,
});
