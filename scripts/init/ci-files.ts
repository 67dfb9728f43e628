import type { Files } from "../../generators/output.ts";
import type { CiKind } from "./answers.ts";

const github = `name: Monitoring
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      # The real Prometheus, Alertmanager and exporters, in the versions that signalbox pins.
      - uses: actions/cache@v4
        with:
          path: ~/.cache/signalbox
          key: tools-\${{ runner.os }}-\${{ hashFiles('package-lock.json') }}
      - run: npm ci
      # out/ is up to date, and the real programs accept it.
      - run: npm test
`;

const gitlab = `monitoring:
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
      files: [package-lock.json]
    paths: [.cache/]
  timeout: 20m
  script:
    - npm ci
    # out/ is up to date, and the real programs accept it.
    - npm test
`;

/** The workflow that checks each change before it lands. */
export const ciFiles: { readonly [K in CiKind]: Files } = {
  github: { ".github/workflows/monitoring.yml": github },
  gitlab: { ".gitlab-ci.yml": gitlab },
  none: {},
};
