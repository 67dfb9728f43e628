import { marker } from "../../../generators/review/layout/marker.ts";
import { nothingChanges } from "../../../generators/review/layout/summary.ts";
import { plainPath } from "./plain-path.ts";

/** The variable of the project without which no note is written: a token of a pipeline may not. */
const tokenVariable = "SIGNALBOX_REVIEW_TOKEN";

/**
 * Two jobs of GitLab: one checks the change, the other says what it does to the people on call.
 *
 * @param subfolder where the project lies in its repository, with `/`; "" at the top
 */
export function gitlabJobs(subfolder: string): string {
  const lock = subfolder === "" ? "package-lock.json" : plainPath(`${subfolder}/package-lock.json`);
  const where = subfolder === "" ? "" : `    - cd ${plainPath(`$CI_PROJECT_DIR/${subfolder}`)}\n`;
  return `${sharedKeys(lock)}
monitoring:
  extends: .monitoring
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${where}    - npm ci
    # out/ is up to date, and the real programs accept it.
    - npm test

${reviewJob(where)}`;
}

function sharedKeys(lock: string): string {
  return `.monitoring:
  image: node:22-bookworm
  variables:
    # Only what is below the project can be cached.
    XDG_CACHE_HOME: $CI_PROJECT_DIR/.cache
    npm_config_cache: $CI_PROJECT_DIR/.cache/npm
  cache:
    # The real Prometheus, Alertmanager and exporters, in the versions that signalbox pins.
    key:
      files: [${lock}]
    paths: [.cache/]
  timeout: 20m
`;
}

/** @param where how a script enters the project's folder */
function reviewJob(where: string): string {
  return `# What the change does to the people on call, for whoever reviews it: as a file of the job, and as a note where the variable
# ${tokenVariable} has a token of the project (masked, with the scope "api").
monitoring-review:
  extends: .monitoring
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    # It is compared with a commit of the past.
    GIT_DEPTH: 0
  script:
${where}    - npm ci
    - npx signalbox diff --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format markdown > "$CI_PROJECT_DIR/review.md"
    - |
${indented(noteSteps)}
  artifacts:
    expose_as: Review
    paths: [review.md]
`;
}

/** Writes the review as a note, or renews the one that is there; where nothing changes there is none to begin with. */
const noteSteps = `if [ -n "\${${tokenVariable}:-}" ]; then
  notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
  ask() { curl --silent --show-error --fail --header "PRIVATE-TOKEN: $${tokenVariable}" "$@"; }
  own='const own = JSON.parse(require("fs").readFileSync(0, "utf8")).find(({ body }) => body.startsWith("${marker}"));'
  id="$(ask "$notes?sort=asc&per_page=100" | node -e "$own console.log(own ? own.id : '')")"
  if [ -n "$id" ]; then
    ask --output /dev/null --request PUT --data-urlencode "body@$CI_PROJECT_DIR/review.md" "$notes/$id"
  elif ! grep --quiet --line-regexp --fixed-strings '${nothingChanges}' "$CI_PROJECT_DIR/review.md"; then
    ask --output /dev/null --data-urlencode "body@$CI_PROJECT_DIR/review.md" "$notes"
  fi
fi
`;

/** As the text of a line of a script. */
function indented(script: string): string {
  return script.trimEnd().replace(/^/gm, " ".repeat(6));
}
