import { appendedLines } from "./appended-lines.ts";
import { rootFiles } from "./root-files.ts";

/** The files of git that a project may have already. */
export const gitFiles = [".gitignore", ".gitattributes"] as const;
export type GitFile = (typeof gitFiles)[number];

/** Such a file with what a project needs. */
export const completedGitFile: { readonly [F in GitFile]: (existing: string) => string } = {
  ".gitignore": (existing) =>
    appendedLines(existing, (rootFiles[".gitignore"] ?? "") + (ignoresOut(existing) ? keepingOut : "")),
  ".gitattributes": (existing) => {
    const wanted = rootFiles[".gitattributes"] ?? "";
    // Further up, others say what holds for all files, and a later line would undo it.
    const own = existing.split(/\r?\n/).includes(ofAllFiles) ? wanted : wanted.replace(ofAllFiles, ofOut);
    return appendedLines(existing, own);
  },
};

const ofAllFiles = "* text=auto eol=lf";
const ofOut = "out/** text=auto eol=lf";

const keepingOut = `# It is what gets deployed.
!/out/
`;

/** Lists that go round, such as the one that GitHub proposes for Node, ignore a folder of this name. */
function ignoresOut(existing: string): boolean {
  return /^(?:\*\*)?\/?out\/?[ \t]*\r?$/m.test(existing);
}
