import { calledConfig } from "../../generators/review/routed/disagreements.ts";
import type { Side } from "../../generators/review/played.ts";
import type { Comparison } from "../../generators/review/comparison.ts";
import { routingQuestion } from "../../generators/review/routed/question.ts";
import type { Routed, RoutedSide, RoutingQuestion } from "../../generators/review/routed/routed.ts";
import { lookForTool, type Tool } from "../tools/find-tool.ts";
import { startWith } from "../validate/alertmanagers.ts";
import { askSide, configOfSide } from "./ask-side.ts";
import { boundedBy } from "./bounded.ts";
import { startListener, type Listener } from "./listener.ts";
import { pairLabel } from "../validate/runners/alertmanager.ts";

/** What real Alertmanagers answered; undefined: nothing was to be asked, or, where there is a complaint, nobody could be asked. */
export interface Routes {
  readonly routed: Routed | undefined;
  readonly complaint: string | undefined;
}

/** Asks an Alertmanager with the configuration of each version who is notified. None is started where nothing of that changed. */
export async function routedOf(comparison: Comparison): Promise<Routes> {
  const question = routingQuestion(comparison);
  if (!question) return { routed: undefined, complaint: undefined };
  const search = await lookForTool("alertmanager");
  if (!search.found) return refused(search.missing.message);
  try {
    const answers = await askBoth(question, search.tool);
    return { routed: { question, answers }, complaint: undefined };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(why: string): Routes {
  return { routed: undefined, complaint: `no Alertmanager was asked who is notified: ${why}` };
}

export async function askBoth(question: RoutingQuestion, tool: Tool): Promise<Routed["answers"]> {
  const listener = await startListener(pairLabel);
  try {
    const base = await askOne(question, "base", { tool, listener });
    return { base, head: await askOne(question, "head", { tool, listener }) };
  } finally {
    await listener.stop();
  }
}

interface Asking {
  readonly tool: Tool;
  readonly listener: Listener;
}

async function askOne(
  question: RoutingQuestion,
  version: Side,
  { tool, listener }: Asking,
): Promise<RoutedSide> {
  const side = question[version];
  if (side.alerts.length === 0) return { alerts: [], inhibited: [] };
  const running = await startWith(configOfSide(side, listener), tool).catch((error: unknown) => {
    const why = refusalIn(String(error));
    throw why === undefined ? error : new Error(`it refuses ${calledConfig[version]}: ${why}`);
  });
  try {
    return await boundedBy({ pid: running.pid, name: tool.path }, askSide(running.url, side, listener));
  } finally {
    await running.stop();
  }
}

/** Why Alertmanager does not start, of its log: `err="undefined receiver \"x\" used in route"`. */
function refusalIn(log: string): string | undefined {
  const quoted = /msg="error loading configuration file" err=("(?:[^"\\]|\\.)*")/.exec(log)?.[1];
  const text: unknown = quoted === undefined ? undefined : JSON.parse(quoted);
  return typeof text === "string" ? text : undefined;
}
