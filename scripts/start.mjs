// npm start: from a fresh copy to a served page.
import { inHouse } from "./bootstrap.mjs";

if (await inHouse()) {
  const { start } = await import("./house/start.mjs");
  await start();
}
