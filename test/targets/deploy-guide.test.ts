import { describe, expect, test } from "vitest";
import type { Model } from "../../generators/model/model.ts";
import { deployGuide } from "../../generators/targets/docs/deploy-guide.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { log, loggingShop } from "./small-log.ts";
import { secret, smallModel } from "./small-model.ts";

const guide = (parts: Partial<Model> = {}) => deployGuide(smallModel(parts))["README.md"] ?? "";

test("without logs: the whole page", () => {
  expect(guide())
    .toBe(`<!-- Generated from definitions/platform/platform.ts by "signalbox build": edit there, not here. -->

# Deploy signalbox

You need a Linux machine with Docker and its compose plugin. Run everything in this folder, and do not edit its files: they are generated.

What is monitored, and what to do when something goes wrong: [the monitoring guide](<docs/MONITORING.md>).

## The first time

\`\`\`sh
mkdir -m 700 secrets    # keeps other users of the machine out
read -rs value && printf %s "$value" > secrets/NAME    # for each secret below
chmod 444 secrets/*     # the containers run as different users
chmod -R go+rX alertmanager blackbox grafana json-exporter prometheus    # after a checkout with umask 077: these are mounted
docker compose up -d --wait
\`\`\`

| secret | purpose | read by |
| --- | --- | --- |
| \`secrets/grafana_admin_password\` | The grafana_admin_password. | grafana |
| \`secrets/grafana_secret_key\` | Key with which Grafana encrypts what it stores; make one with openssl rand -hex 32, and keep it. | grafana |

No variables need to be set.

All ports are bound to localhost, so put a proxy with a login in front of them: prometheus at http://localhost:9090, alertmanager at http://localhost:9093, grafana at http://localhost:3000. Grafana reads its password at the first start only; change it in Grafana after that.

## Change, update, roll back

\`\`\`sh
umask 022    # a file that only you may read is one that no container can
git pull
docker compose up -d --wait
docker compose kill -s HUP prometheus alertmanager blackbox-exporter
docker compose restart grafana json-exporter
\`\`\`

- The signal makes the first three reload their files without a gap. A bad file is refused and the old one stays in use: \`docker compose logs\` says why. The others read theirs only at a restart.
- Update: image versions are set in \`definitions/platform/platform.ts\`; \`up\` pulls what changed. A \`digest\` there pins an image for good; without one, whoever publishes it can move its tag.
- Roll back: \`git checkout COMMIT -- .\` instead of \`git pull\`. The data stays. An older major version cannot read what a newer one wrote: restore the backup as well.

## Back up and restore

\`\`\`sh
docker compose stop
for volume in $(docker volume ls -q --filter label=com.docker.compose.project=signalbox); do
  docker run --rm --user 0 --entrypoint tar -v "$volume:/data:ro" -v "$PWD/backup:/backup" \\
    prom/prometheus:v3.13.2 -czf "/backup/$volume.tar.gz" -C /data .
done
docker compose start
\`\`\`

Restore (this deletes the current data):

\`\`\`sh
docker compose down --volumes
docker compose create
for volume in $(docker volume ls -q --filter label=com.docker.compose.project=signalbox); do
  docker run --rm --user 0 --entrypoint tar -v "$volume:/data" -v "$PWD/backup:/backup" \\
    prom/prometheus:v3.13.2 -xzf "/backup/$volume.tar.gz" -C /data .
done
docker compose start
\`\`\`

\`secrets/\`, \`.env\` and the \`targets/\` of this environment are not in the backup: keep them where you keep secrets.

## Limits and privileges

Every container has limits of memory, processors and processes, no swap, a read-only root filesystem, no capabilities of root, and cannot gain privileges, as the CIS Docker Benchmark asks. Memory, \`cpus\` and \`maxProcesses\` are set in \`definitions/platform/platform.ts\`. Exceptions:

| program | exception | reason |
| --- | --- | --- |
| node-exporter | sees the processes of the machine | the mounts of the machine are those of its process 1 |
`);
});

describe("where the programs are", () => {
  test("without a job there is nothing to say", () => {
    expect(guide()).not.toContain("Targets of this environment");
    expect(guide()).not.toContain("TARGETS_FOLDER");
  });

  test("the commands, from a copy of the folder to the variable that has it mounted", () => {
    const page = guide({ jobs: [scrapeJob()] });
    expect(page).toContain(`
\`\`\`sh
cp -r prometheus/targets targets    # neither git nor the build touches the copy
echo TARGETS_FOLDER=./targets >> .env
\${EDITOR:-vi} targets/NAME.yml    # for each job NAME with other targets
docker compose up -d --wait
\`\`\`
`);
    expect(page).toContain(
      "| `TARGETS_FOLDER` | folder with each job's targets in this environment | `./prometheus/targets` |",
    );
    expect(page).toContain(
      "- After an update, `cp -n prometheus/targets/* targets/` adds the files of new jobs and keeps yours.",
    );
  });

  test("targets that stand in no file are named, and alone there is nothing to change", () => {
    const found = scrapeJob({ name: "filebeat", absentWhileStopped: true });
    expect(guide({ jobs: [scrapeJob(), found] })).toContain(
      "- The targets of `filebeat` stand in no file: they are containers of this stack, found by name while they run.\n",
    );
    expect(guide({ jobs: [found] })).not.toContain("argets of");
  });

  test("jobs of two services at one address are named", () => {
    const [here] = scrapeJob().targets;
    const targets = here ? [here] : [];
    const bakery = scrapeJob({ name: "bakery", service: "bakery", targets });
    expect(guide({ jobs: [scrapeJob(), bakery] })).toContain(
      "- `localhost:8080` is the address of `shop` and `bakery`. On one machine only one of them can use it: move the other.",
    );
  });

  test("jobs of one service may share one, and so may a page and a probe of it", () => {
    expect(guide({ jobs: [scrapeJob(), probeJob(), jsonJob()] })).not.toContain("is the address of");
  });

  test("the address of a URL is its host and port, also where the port goes without saying", () => {
    const target = (written: string) => [{ written, address: written, instance: written }];
    const page = guide({
      jobs: [
        scrapeJob({ targets: target("shop.example.org:443") }),
        probeJob({ service: "bakery", targets: target("https://shop.example.org/health") }),
      ],
    });
    expect(page).toContain("`shop.example.org:443` is the address of `shop` and `shop-health`.");
  });
});

describe("what the person who deploys must bring along", () => {
  test("each secret once, with all that read it", () => {
    const token = secret("shop_token");
    const page = guide({
      jobs: [scrapeJob({ request: { bearerToken: token } }), jsonJob({ bearerToken: token })],
    });
    expect(page).toContain(
      "| `secrets/grafana_admin_password` | The grafana_admin_password. | grafana |\n" +
        "| `secrets/grafana_secret_key` | Key with which Grafana encrypts what it stores; make one with openssl rand -hex 32, and keep it. | grafana |\n" +
        "| `secrets/shop_token` | The shop_token. | prometheus, json-exporter |\n\n",
    );
  });

  test("with logs: the profile, the password and the folder", () => {
    const page = guide({ services: [loggingShop], logs: [log()] });
    expect(page).toContain(
      "\necho COMPOSE_PROFILES=logs >> .env    # only if logs are collected too\ndocker compose up",
    );
    expect(page).toContain(
      "| `secrets/elasticsearch_password` | The elasticsearch_password. | elasticsearch",
    );
    expect(page).toContain(
      "| `SHOP_LOGS` | folder with the logs of The shop; must exist if logs are collected | `/srv/shop` |",
    );
  });

  test("with logs: what is more open than the rest, and why", () => {
    const page = guide({ services: [loggingShop], logs: [log()] });
    const rows = page.slice(page.indexOf("| program | exception")).trimEnd().split("\n");
    expect(rows.slice(2).map((row) => row.split(" | ").slice(0, 2).join(": "))).toEqual([
      "| elasticsearch: may write into its root filesystem",
      "| kibana: may write into its root filesystem",
      "| filebeat: has the capability DAC_READ_SEARCH",
      "| node-exporter: sees the processes of the machine",
    ]);
    expect(page).toContain("chmod -R go+rX alertmanager blackbox filebeat grafana json-exporter prometheus ");
  });

  test("a folder without a usual place must be named", () => {
    const unnamed = { ...loggingShop, logFolder: { variable: "SHOP_LOGS", default: "" } };
    expect(guide({ services: [unnamed], logs: [log()] })).toContain(" | none, must be set |\n");
  });
});
