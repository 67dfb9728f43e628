// A process of its own for the test of the watchdog: starts a server, prints its process number, and waits to be killed.
import { startServer } from "../../scripts/tools/start-server.ts";

const [path = ""] = process.argv.slice(2);
void startServer({ name: "fake", path, args: [], readyPath: "/" }).then(({ pid }) => {
  process.stdout.write(`${pid}\n`);
});
