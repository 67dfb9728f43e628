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

On a Linux machine with Docker and its compose plugin, in this folder. Nothing here is edited: all of it is generated.

What is monitored, and what to do when something is wrong: [the monitoring guide](<docs/MONITORING.md>).

## The first time

\`\`\`sh
mkdir -m 700 secrets    # keeps other people of the machine out
read -rs value && printf %s "$value" > secrets/NAME    # once for each secret below
chmod 444 secrets/*     # the programs run as different users
docker compose up -d --wait
\`\`\`

| secret | what it is | read by |
| --- | --- | --- |
| \`secrets/grafana_admin_password\` | The grafana_admin_password. | grafana |

No variable has to be set.

All ports are open on this machine only, so a proxy with a login stands before them: prometheus at http://localhost:9090, alertmanager at http://localhost:9093, grafana at http://localhost:3000. Grafana takes its password at the first start; later it is changed in Grafana.

## Change, update, roll back

\`\`\`sh
git pull
docker compose up -d --wait
docker compose kill -s HUP prometheus alertmanager blackbox-exporter
docker compose restart grafana json-exporter
\`\`\`

- On the signal the first three read their files again, without a gap. A file that is wrong is refused, and the old one stays in force: \`docker compose logs\` says why. The others read theirs only when they start.
- Update: the versions of the images stand in \`definitions/platform/platform.ts\`; \`up\` fetches what changed.
- Roll back: \`git checkout COMMIT -- .\` in place of \`git pull\`. The data stays. What a newer major version has written an older one cannot read: then restore the backup too.

## Back up and restore

\`\`\`sh
docker compose stop
for volume in $(docker volume ls -q --filter label=com.docker.compose.project=signalbox); do
  docker run --rm --user 0 --entrypoint tar -v "$volume:/data:ro" -v "$PWD/backup:/backup" \\
    prom/prometheus:v3.13.2 -czf "/backup/$volume.tar.gz" -C /data .
done
docker compose start
\`\`\`

Restore, which deletes what is there now:

\`\`\`sh
docker compose down --volumes
docker compose create
for volume in $(docker volume ls -q --filter label=com.docker.compose.project=signalbox); do
  docker run --rm --user 0 --entrypoint tar -v "$volume:/data" -v "$PWD/backup:/backup" \\
    prom/prometheus:v3.13.2 -xzf "/backup/$volume.tar.gz" -C /data .
done
docker compose start
\`\`\`

\`secrets/\`, \`.env\` and the \`targets/\` of this environment are not in the backup: keep them where secrets are kept.
`);
});

describe("where the programs are", () => {
  test("without a job there is nothing to say", () => {
    expect(guide()).not.toContain("Where the programs are");
    expect(guide()).not.toContain("TARGETS_FOLDER");
  });

  test("the commands, from a copy of the folder to the variable that has it mounted", () => {
    const page = guide({ jobs: [scrapeJob()] });
    expect(page).toContain(`
\`\`\`sh
cp -r prometheus/targets targets    # git and the build leave the copy alone
echo TARGETS_FOLDER=./targets >> .env
\${EDITOR:-vi} targets/NAME.yml    # for each job NAME that is somewhere else
docker compose up -d --wait
\`\`\`
`);
    expect(page).toContain(
      "| `TARGETS_FOLDER` | folder with the targets of each job in this environment | `./prometheus/targets` |",
    );
    expect(page).toContain(
      "- After an update, `cp -n prometheus/targets/* targets/` brings the files of new jobs",
    );
  });

  test("jobs of two services at one address are named", () => {
    const [here] = scrapeJob().targets;
    const targets = here ? [here] : [];
    const bakery = scrapeJob({ name: "bakery", service: "bakery", targets });
    expect(guide({ jobs: [scrapeJob(), bakery] })).toContain(
      "- `localhost:8080` is the address of `shop` and `bakery`. Where both run on one machine, only one of them can be there: move the other.",
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
      jobs: [scrapeJob({ bearerToken: token }), jsonJob({ bearerToken: token })],
    });
    expect(page).toContain(
      "| `secrets/grafana_admin_password` | The grafana_admin_password. | grafana |\n" +
        "| `secrets/shop_token` | The shop_token. | prometheus, json-exporter |\n\n",
    );
  });

  test("with logs: the profile, the password and the folder", () => {
    const page = guide({ services: [loggingShop], logs: [log()] });
    expect(page).toContain(
      "\necho COMPOSE_PROFILES=logs >> .env    # only where log lines are collected too\ndocker compose up",
    );
    expect(page).toContain(
      "| `secrets/elasticsearch_password` | The elasticsearch_password. | elasticsearch",
    );
    expect(page).toContain(
      "| `SHOP_LOGS` | folder with the logs of The shop; must be there when log lines are collected | `/srv/shop` |",
    );
  });

  test("a folder without a usual place must be named", () => {
    const unnamed = { ...loggingShop, logFolder: { variable: "SHOP_LOGS", default: "" } };
    expect(guide({ services: [unnamed], logs: [log()] })).toContain(" | none: it must be set |\n");
  });
});
