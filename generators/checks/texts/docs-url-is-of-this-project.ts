import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { repositoryAddress } from "../../text/repository-address.ts";

const id = "docs-url-is-of-this-project";

/**
 * The pages that alerts lead to are those of this project, and not of the one that its definitions were copied from.
 *
 * A page that lies elsewhere than in a repository, such as on a server of one's own, counts as the project's own.
 */
export const docsUrlIsOfThisProject: Check = {
  id,
  why: "Each notification links to the page of its alert. If the address was copied along with the definitions, people on call open the pages of another project.",
  source: "https://prometheus.io/docs/practices/alerting/",
  wrong: `
export const docsUrl = "https://github.com/signalbox/signalbox/blob/main/out/docs";
`,
  right: `
export const docsUrl = "https://github.com/ticket-shop/monitoring/blob/main/out/docs";
`,
  *find({ platform, repository }: Model): Iterable<Finding> {
    const other = docsUrlOfOtherRepository(platform.docsUrl, repository);
    if (other === undefined) return;
    yield {
      definition: platform,
      message: `docsUrl points to ${other.what}: alerts would link to another project's pages`,
      fix: `write the address where this project's out/docs can be read, or ${suppressing(id)}`,
    };
  },
};

/** From where definitions are copied first. */
const signalbox = "github.com/signalbox/signalbox";

/**
 * Of which other repository an address is, in words; undefined: of this project's, or of none.
 *
 * @param repository what package.json says, if it says one
 */
export function docsUrlOfOtherRepository(
  docsUrl: string,
  repository: string | undefined,
): { readonly what: string } | undefined {
  const docs = docsUrl.replace(/^https?:\/\//, "").toLowerCase();
  const own = repository === undefined ? undefined : repositoryAddress(repository);
  const other = otherRepository(docs, own);
  if (other === undefined) return undefined;
  const why = own === undefined ? "the repository of signalbox itself" : `but this project is ${own}`;
  return { what: `${other}, ${why}` };
}

function otherRepository(docs: string, own: string | undefined): string | undefined {
  if (own === undefined) return isWithin(docs, signalbox) ? signalbox : undefined;
  if (isWithin(docs, own)) return undefined;
  if (isWithin(docs, signalbox)) return signalbox;
  // Only what lies on the same host can be told apart from a page of one's own elsewhere.
  const [host, ...path] = docs.split("/");
  return own.startsWith(`${host}/`) ? [host, ...path.slice(0, 2)].join("/") : undefined;
}

function isWithin(address: string, repository: string): boolean {
  return address === repository || address.startsWith(`${repository}/`);
}
