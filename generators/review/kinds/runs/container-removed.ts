import { thingsRemoved } from "../../described-kinds.ts";

export const containerRemoved = thingsRemoved({
  id: "container-removed",
  group: "runs",
  what: "container",
  noun: "container",
  class: "runs",
  of: ({ containers }) => containers,
});
