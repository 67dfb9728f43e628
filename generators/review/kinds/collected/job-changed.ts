import { thingsChanged } from "../../described-kinds.ts";

export const jobChanged = thingsChanged(
  {
    id: "job-changed",
    group: "collected",
    what: "job",
    noun: "job",
    class: "collected",
    of: ({ jobs }) => jobs,
  },
  "A job scrapes other targets, or otherwise.",
);
