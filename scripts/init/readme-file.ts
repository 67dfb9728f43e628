import { escapeMarkdown } from "../../generators/text/markdown.ts";
import type { Answers } from "./answers.ts";
import { secretsFor } from "./secrets-file.ts";
import { tarballIn, type Tarball } from "./tarball.ts";

/**
 * `README.md` of a new project: what it is, what to change before it is deployed, and where to go from there.
 *
 * @param dependency what package.json installs as signalbox
 */
export function readmeFile(answers: Answers, dependency: string): string {
  const { organisation } = answers;
  const parts = [
    `# Monitoring${organisation === undefined ? "" : ` of ${escapeMarkdown(organisation)}`}`,
    "What is measured, which alerts wake whom, and what is shown, as TypeScript in `definitions/`. [signalbox] compiles it into `out/`, which is what gets deployed.",
    commands,
    "## Before the first deployment",
    numbered([
      "`npm run build` refuses what is still open, and says where. `npm run validate` then checks `out/` with the real programs.",
      ...(answers.withSample ? [sample] : []),
      "`definitions/platform/receivers.ts`: who is notified, and how. `routing.ts` beside it says of what.",
      "`definitions/platform/severities.ts` and `time-intervals.ts`: how fast somebody must respond, and the business hours.",
      ...(answers.deadMansSwitch === false ? [noDeadMansSwitch] : []),
      "`externalUrls` in `definitions/platform/index.ts`: links in notifications lead to `localhost` until you write the addresses of your proxy.",
      "`retention` and `retentionSizeGiB` there, and `memoryMiB` in `deploy.ts`: what fits on your machine.",
      secrets(answers),
      ...lands(answers, dependency),
    ]),
    "## Every day",
    "A service is a folder in `definitions/services/` and a line in its `index.ts`. Change the definitions, build, read what changes in `out/`, and commit both: a review shows what happens in production. `out/docs/MONITORING.md` is for whoever is on call, and `out/README.md` for whoever deploys.",
    "[signalbox]: https://github.com/signalbox/signalbox",
  ];
  return `${parts.join("\n\n")}\n`;
}

const commands = `\`\`\`sh
npm install
npm run build       # compiles the definitions into out/
npm run validate    # checks out/ with the real programs, and runs all rule tests
npm run mutate      # finds mistakes in rules that their tests would not notice
npm run up          # runs the real programs on this machine, with simulated services
npm test            # what CI runs: out/ is up to date, and valid
\`\`\``;

const sample =
  "The ticket shop is a sample. Once you have a service of your own, delete `definitions/services/ticket-shop/` and its import and line in `definitions/services/index.ts`.";

const noDeadMansSwitch =
  "Nobody notices when the monitoring itself stops. Let a service outside of it watch the alert `Watchdog`: add `webhook({ url: … })` to `deadMansSwitch` in `receivers.ts` and the secret to `secrets.ts`, and remove `allow` from the alert.";

function secrets(answers: Answers): string {
  const files = secretsFor(answers).map(({ file, purpose }) => `   - \`out/secrets/${file}\`: ${purpose}`);
  return [
    "Secrets are files on the machine that runs the stack, and never in git. `out/README.md` has the commands.",
    ...files,
  ].join("\n");
}

/** What else must be in the repository for the workflow, and for anybody who clones it. */
function lands({ ci }: Answers, dependency: string): string[] {
  const tarball = tarballIn(dependency);
  const committed = "Commit `out/` and `package-lock.json` as well: CI compares `out/` with the definitions.";
  return [...(tarball === undefined ? [] : [tarballLands(tarball)]), ...(ci === "none" ? [] : [committed])];
}

function tarballLands({ path, isOutside }: Tarball): string {
  const installs = `\`package.json\` installs signalbox from \`${path}\``;
  return isOutside
    ? `${installs}, which others do not have: copy the file into this folder, \`npm install\` it there, and commit it.`
    : `${installs}: commit that file too, or \`npm ci\` fails in CI and in every clone (\`git add --force\`: lists of ignored files often have \`*.tgz\`).`;
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}
