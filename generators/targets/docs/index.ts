import type { Deployment } from "../../language/platform.ts";
import type { Output } from "../../output.ts";
import type { Target } from "../target.ts";
import { alertCards } from "./alert-cards.ts";
import { alertIndex } from "./alert-index.ts";
import { alertPictures } from "./alert-pictures.ts";
import { dashboardGuide } from "./dashboard-guide.ts";
import { deployGuide } from "./deploy-guide.ts";
import { logGuide } from "./log-guide.ts";
import { messagePages } from "./messages/messages.ts";
import { metricReference } from "./metric-reference.ts";
import { monitoringGuide } from "./monitoring-guide.ts";
import { operationsGuide } from "./operations-guide.ts";
import { routingTable } from "./routing-table.ts";
import { runbookIndex, runbooks } from "./runbooks.ts";
import { sloGuide } from "./slo-guide.ts";
import { docsCommands } from "./validators/docs-commands.ts";
import { docsLinks } from "./validators/docs-links.ts";
import { messagesAgree } from "./validators/messages-agree.ts";
import { picturesShape } from "./validators/pictures-shape.ts";

/** The guide of whoever deploys, for each way to deploy. */
const deployGuides: Readonly<Record<Deployment["kind"], Output>> = { compose: deployGuide };

/** The guides for people, with their pictures. */
export const docs: Target = {
  outputs: {
    docs: [
      alertIndex,
      dashboardGuide,
      (model) => deployGuides[model.platform.deploy.kind](model),
      logGuide,
      monitoringGuide,
      operationsGuide,
      routingTable,
      runbookIndex,
      sloGuide,
    ],
  },
  outputsOfEach: { docs: [alertCards, messagePages, metricReference, runbooks], pictures: [alertPictures] },
  validators: [docsLinks, docsCommands, picturesShape, messagesAgree],
};
