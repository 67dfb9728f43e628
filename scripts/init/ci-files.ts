import type { Files } from "../../generators/output.ts";
import type { CiKind } from "./answers.ts";

/** Below the top of the repository, each step must be told where. */
function github(subfolder: string): string {
  const lock = subfolder === "" ? "package-lock.json" : `${subfolder}/package-lock.json`;
  const where =
    subfolder === "" ? "" : `    defaults:\n      run:\n        working-directory: ${text(subfolder)}\n`;
  const dependencies = subfolder === "" ? "" : `          cache-dependency-path: ${text(lock)}\n`;
  return `name: Monitoring
on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  check:
    # Of pushes, only those to the default branch, whatever its name: the others have a pull request.
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-24.04
    timeout-minutes: 20
${where}    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
${dependencies}      # The real Prometheus, Alertmanager and exporters, in the versions that signalbox pins.
      - uses: actions/cache@v4
        with:
          path: ~/.cache/signalbox
          key: tools-\${{ runner.os }}-\${{ hashFiles('${lock.replaceAll("'", "''")}') }}
      - run: npm ci
      # out/ is up to date, and the real programs accept it.
      - run: npm test
`;
}

function gitlab(subfolder: string): string {
  const lock = subfolder === "" ? "package-lock.json" : text(`${subfolder}/package-lock.json`);
  const where = subfolder === "" ? "" : `    - cd ${text(`$CI_PROJECT_DIR/${subfolder}`)}\n`;
  return `monitoring:
  image: node:22-bookworm
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
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
  script:
${where}    - npm ci
    # out/ is up to date, and the real programs accept it.
    - npm test
`;
}

/** As YAML reads it; a plain name needs no quotes. */
function text(path: string): string {
  return /^[A-Za-z][\w/.-]*$/.test(path) ? path : JSON.stringify(path);
}

/**
 * The workflow that checks each change before it lands.
 *
 * @param subfolder where the project lies in its repository, with `/`; "" at the top
 */
export function ciFiles(kind: CiKind, subfolder = ""): Files {
  return filesOf[kind](subfolder);
}

const filesOf: { readonly [K in CiKind]: (subfolder: string) => Files } = {
  github: (subfolder) => ({ ".github/workflows/monitoring.yml": github(subfolder) }),
  gitlab: (subfolder) => ({ ".gitlab-ci.yml": gitlab(subfolder) }),
  none: () => ({}),
};
