import type { Check, Finding } from "../../check.ts";
import { serviceNamed } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import { levelMistake } from "../reading/recording-level.ts";

/** The first part of `level:metric:operations` names the labels that tell the series of a recording apart. */
export const recordingLevelsNameTheirLabels: Check = {
  id: "recording-levels-name-their-labels",
  why: "Recordings are named level:metric:operations, and the level says which labels are left. People who use the recording rely on that, for example to join it.",
  source: "https://prometheus.io/docs/practices/rules/",
  wrong: `
export const webRate = recording(
  "channel:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  right: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const recording of model.recordings) {
      // Whose name it is not, nor what is meant by it, is said of its service.
      if (serviceNamed(model, recording.service)?.foreignNames !== undefined) continue;
      const mistake = levelMistake(recording);
      if (!mistake) continue;
      yield {
        definition: recording,
        message: `recording "${recording.name}" names the level "${mistake.level}", but its series differ in ${mistake.telling.join(", ") || "nothing"}`,
        fix: `name it ${mistake.right}:${recording.name.split(":").slice(1).join(":")}`,
      };
    }
  },
};
