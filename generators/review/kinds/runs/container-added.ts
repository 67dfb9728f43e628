import { thingsAdded } from "../../described-kinds.ts";

export const containerAdded = thingsAdded({
  id: "container-added",
  group: "runs",
  what: "container",
  noun: "container",
  class: "runs",
  of: ({ containers }) => containers,
});
