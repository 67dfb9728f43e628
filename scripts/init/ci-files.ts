import type { Files } from "../../generators/output.ts";
import type { CiKind } from "./answers.ts";
import { githubWorkflow } from "./ci/github.ts";
import { gitlabJobs } from "./ci/gitlab.ts";

/**
 * The workflow that checks each change before it lands, and tells its reviewers what it does.
 *
 * @param subfolder where the project lies in its repository, with `/`; "" at the top
 */
export function ciFiles(kind: CiKind, subfolder = ""): Files {
  return filesOf[kind](subfolder);
}

const filesOf: { readonly [K in CiKind]: (subfolder: string) => Files } = {
  github: (subfolder) => ({ ".github/workflows/monitoring.yml": githubWorkflow(subfolder) }),
  gitlab: (subfolder) => ({ ".gitlab-ci.yml": gitlabJobs(subfolder) }),
  none: () => ({}),
};
