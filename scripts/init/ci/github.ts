import { marker } from "../../../generators/review/layout/marker.ts";
import { nothingChanges } from "../../../generators/review/layout/summary.ts";
import { plainPath } from "./plain-path.ts";

/**
 * A workflow of GitHub Actions with three jobs: one checks the change, one says what it does to the people on call, and one posts that.
 *
 * @param subfolder where the project lies in its repository, with `/`; "" at the top
 */
export function githubWorkflow(subfolder: string): string {
  return `name: Monitoring
on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
${checkJob(subfolder)}
${reviewJob(subfolder)}
${commentJob}`;
}

function checkJob(subfolder: string): string {
  return `  check:
    # Of pushes, only those to the default branch, whatever its name: the others have a pull request.
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-24.04
    timeout-minutes: 20
${defaults(subfolder)}    steps:
      - uses: actions/checkout@v4
${installed(subfolder)}      # out/ is up to date, and the real programs accept it.
      - run: npm test
`;
}

function reviewJob(subfolder: string): string {
  return `  review:
    # What the change does to the people on call, for whoever reviews it.
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    # Of an older push nobody needs it any more.
    concurrency:
      group: review-\${{ github.event.pull_request.number }}
      cancel-in-progress: true
${defaults(subfolder)}    steps:
      - uses: actions/checkout@v4
        with:
          # It is compared with a commit of the past.
          fetch-depth: 0
          persist-credentials: false
${installed(subfolder)}      - run: |
${indented(reviewSteps)}
      - uses: actions/upload-artifact@v4
        with:
          name: review
          path: \${{ runner.temp }}/review.md
`;
}

/** Below the top of the repository, each step must be told where. */
function defaults(subfolder: string): string {
  return subfolder === ""
    ? ""
    : `    defaults:\n      run:\n        working-directory: ${plainPath(subfolder)}\n`;
}

/** What a job does before it can run signalbox. */
function installed(subfolder: string): string {
  const lock = subfolder === "" ? "package-lock.json" : `${subfolder}/package-lock.json`;
  const dependencies = subfolder === "" ? "" : `          cache-dependency-path: ${plainPath(lock)}\n`;
  return `      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
${dependencies}      # The real Prometheus, Alertmanager and exporters, in the versions that signalbox pins.
      - uses: actions/cache@v4
        with:
          path: ~/.cache/signalbox
          key: tools-\${{ runner.os }}-\${{ hashFiles('${lock.replaceAll("'", "''")}') }}
      - run: npm ci
`;
}

/** What is checked out is the change on top of its base, which may have moved on since. */
const reviewSteps = `base="$(git merge-base HEAD "origin/$GITHUB_BASE_REF")"
npx signalbox diff --base "$base" --format markdown > "$RUNNER_TEMP/review.md"
cat "$RUNNER_TEMP/review.md" >> "$GITHUB_STEP_SUMMARY"
`;

/** Posts the review as a comment, or renews the one that is there; where nothing changes there is none to begin with. */
const postSteps = `comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
own='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("${marker}"))) | .id'
ids="$(gh api --paginate "$comments" --jq "$own")"
read -r id <<< "$ids" || true
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@review.md
elif ! grep --quiet --line-regexp --fixed-strings '${nothingChanges}' review.md; then
  gh api --silent --method POST "$comments" --field body=@review.md
fi
`;

/** The same wherever signalbox is used. */
const commentJob = `  comment:
    # Only this job may write, and it runs nothing of the change. A fork's pull request must not: it has the summary of the workflow.
    if: github.event.pull_request.head.repo.full_name == github.repository
    needs: review
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pull-requests: write
    concurrency: comment-\${{ github.event.pull_request.number }}
    steps:
      - uses: actions/download-artifact@v4
        with:
          name: review
      - run: |
${indented(postSteps)}
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
`;

/** As the text of a step. */
function indented(script: string): string {
  return script.trimEnd().replace(/^/gm, " ".repeat(10));
}
