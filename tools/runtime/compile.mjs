// Starts the Pyodide that is named, and lets its Python compile the sources of a folder into another.
import { readFileSync } from "node:fs";
const [, , pyodide, script, source, target] = process.argv;
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: pyodide, env: { PYTHONHASHSEED: "0", HOME: "/home" } });
python.mountNodeFS("/source", source);
python.mountNodeFS("/target", target);
python.runPython(readFileSync(script, "utf8"));
console.log(python.runPython("compile_below('/source', '/target')"));
