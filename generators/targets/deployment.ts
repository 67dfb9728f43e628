import type { Deployment } from "../language/deployment.ts";
import type { Output } from "../output.ts";
import { compose } from "./compose/compose-file.ts";
import { deployGuide } from "./docs/deploy-guide.ts";

/** What is written for one way to deploy only: the file that starts the programs, and the guide of whoever deploys. */
const outputsOf: Readonly<Record<Deployment["kind"], readonly Output[]>> = {
  compose: [compose, deployGuide],
};

/** How the programs are started: the files of the platform's way to deploy. */
export const deployment: Output = (model) =>
  Object.fromEntries(
    outputsOf[model.platform.deploy.kind].flatMap((output) => Object.entries(output(model))),
  );
