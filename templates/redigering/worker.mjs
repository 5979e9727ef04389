// The worker of «Foreslå endring»: planlint itself, with the plan system's files as the site brings them. It asks no other
// host, and it knows no rule: what it hands back is what planlint says.
import { loadPyodide } from "./pyodide.mjs";
const here = new URL(".", import.meta.url).href;
let worker;
const bytes = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};
const open = async ({ register, lang }) => {
  const held = Promise.all([bytes(`${here}app.zip`).then((answer) => answer.arrayBuffer()), bytes(register).then((answer) => answer.text())]);
  const python = await loadPyodide({ indexURL: here, stdLibURL: `${here}stdlib.zip`, env: { HOME: "/home", TZ: "" } });
  const [app, text] = await held;
  python.unpackArchive(app, "zip", { extractDir: "/app" });
  python.runPython("import sys; sys.path.insert(0, '/app')");
  worker = python.runPython("from planlint.browser.worker import Worker; Worker()");
  return worker.open(text, lang);
};
let before = Promise.resolve();
addEventListener("message", ({ data }) => {
  before = before.then(async () => {
    try {
      if (data.open) postMessage({ stopped: await open(data.open) });
      else if (worker) postMessage({ id: data.id, told: JSON.parse(worker.answer(JSON.stringify(data.ask))) });
    } catch (error) { postMessage({ id: data.id, failed: String(error?.message || error).slice(-500) }); }
  });
});
