import { thingsChanged } from "../../described-kinds.ts";

export const containerChanged = thingsChanged(
  {
    id: "container-changed",
    group: "runs",
    what: "container",
    noun: "container",
    class: "runs",
    of: ({ containers }) => containers,
  },
  "A container has another image, or other limits.",
);
