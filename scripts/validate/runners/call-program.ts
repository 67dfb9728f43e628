import { availableParallelism } from "node:os";
import type { ProgramAnswer, ProgramCall } from "../../../generators/targets/validation/program.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { seldomCollected } from "../../tools/seldom-collected.ts";
import { CpuLimitError, runTool } from "../../tools/run-tool.ts";
import { aFewAtATime } from "../a-few-at-a-time.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** Calls that are made as one. */
type Joint = readonly { readonly call: ProgramCall; readonly index: number }[];

/** Makes these calls, of which several may be made as one, and gives the answers in their order. */
export async function callTogether(
  calls: readonly ProgramCall[],
  outFolder: string,
  tool: Tool,
): Promise<ProgramAnswer[]> {
  const answers = new Array<ProgramAnswer>(calls.length);
  await aFewAtATime(jointsOf(calls), async (joint) => {
    for (const [place, answer] of (await answersOfJoint(joint, outFolder, tool)).entries()) {
      const { index } = joint[place] ?? { index: place };
      answers[index] = answer;
    }
  });
  return answers;
}

/** Where many calls differ only in their file, a list for each processor: a program uses one, and takes long to start. */
function jointsOf(calls: readonly ProgramCall[]): Joint[] {
  const byArguments = new Map<string, Joint>();
  for (const [index, call] of calls.entries()) {
    const { args, file } = call;
    const key = file === undefined ? String(index) : JSON.stringify(args);
    byArguments.set(key, [...(byArguments.get(key) ?? []), { call, index }]);
  }
  const count = availableParallelism();
  return [...byArguments.values()].flatMap((joint) =>
    Array.from({ length: count }, (_, place) => joint.filter((__, index) => index % count === place)).filter(
      ({ length }) => length > 0,
    ),
  );
}

/** The program does not say which of several files a failure is of: then each is asked about by itself. */
async function answersOfJoint(joint: Joint, outFolder: string, tool: Tool): Promise<ProgramAnswer[]> {
  const [first, ...others] = joint.map(({ call }) => call);
  if (first === undefined) return [];
  if (others.length === 0) return [await answerTo(first, [first], outFolder, tool)];
  const calls = [first, ...others];
  const together = await answerTo(first, calls, outFolder, tool);
  if (together.code === 0) return calls.map(() => ({ code: 0, stdout: "", stderr: "" }));
  const alone: ProgramAnswer[] = [];
  for (const call of calls) alone.push(await answerTo(call, [call], outFolder, tool));
  // What fails only together with others is still a failure.
  return alone.some(({ code }) => code !== 0) ? alone : [together, ...alone.slice(1)];
}

function answerTo(
  call: ProgramCall,
  calls: readonly ProgramCall[],
  outFolder: string,
  tool: Tool,
): Promise<ProgramAnswer> {
  const { folder } = call;
  return folder === undefined
    ? run(call, calls, outFolder, tool)
    : inTemporaryFolder(folder, (temporary) => run(call, calls, temporary, tool));
}

/** All of these programs are written in Go and live for seconds, and use one processor. */
export const goSettings = { ...seldomCollected, GOMAXPROCS: "1" };

async function run(
  { args, input, environment }: ProgramCall,
  calls: readonly ProgramCall[],
  cwd: string,
  tool: Tool,
): Promise<ProgramAnswer> {
  const files = calls.flatMap(({ file }) => file ?? []);
  const limits = calls.flatMap(({ cpuLimitMs }) => cpuLimitMs ?? []);
  const own = environment ? { PATH: process.env["PATH"], HOME: cwd, ...environment } : process.env;
  try {
    return await runTool(tool, [...args, ...files], {
      cwd,
      env: { ...goSettings, ...own },
      ...(input === undefined ? {} : { input }),
      ...(limits.length === 0 ? {} : { cpuLimitMs: limits.reduce((sum, limit) => sum + limit, 0) }),
    });
  } catch (error) {
    if (limits.length === 0 || !(error instanceof CpuLimitError)) throw error;
    return { code: 1, stdout: "", stderr: error.message, endedAfterMs: error.limitMs };
  }
}
