// npm run <task>: the tasks of a developer's day. See CONTRIBUTING.md.
import { inHouse } from "./bootstrap.mjs";

if (await inHouse()) {
  const { runTask } = await import("./house/tasks.mjs");
  await runTask(process.argv[2], process.argv.slice(3));
}
