/** The hosts that npm knows by a word of their own. */
const hosts: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/**
 * Where a repository is, in small letters and without a scheme: `github.com/owner/name`, of any way in which a package.json may
 * say it; undefined when it is none.
 */
export function repositoryAddress(written: string): string | undefined {
  const text = written.trim();
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(text);
  if (short?.[2] !== undefined) return tidy(`${hosts[short[1] ?? "github"]}/${short[2]}`);
  // git@host:owner/name.git
  const scp = /^[\w.-]+@([\w.-]+):(?!\/\/)([\w./~-]+)$/.exec(text);
  if (scp) return tidy(`${scp[1]}/${scp[2]}`);
  const url = text.replace(/^git\+/, "");
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  return host === "" || pathname.length < 2 ? undefined : tidy(`${host}${pathname}`);
}

function tidy(address: string): string {
  return address
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}
