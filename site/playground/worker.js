// Python and the library in a thread of their own, so that the page goes on while they work.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const stage = (said, done) => postMessage({ stage: said, done });
let python;

const ready = (async () => {
  stage("Loading Python …", 5);
  const packed = fetch(new URL("packages.zip", import.meta.url)).then((found) => found.arrayBuffer());
  const code = fetch(new URL("playground.py", import.meta.url)).then((found) => found.text());
  python = await loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href });
  stage("Loading the library …", 70);
  python.unpackArchive(await packed, "zip", { extractDir: "/library" });
  stage("Starting the library …", 80);
  python.runPython(await code);
  stage("Ready", 100);
})();
ready.catch((error) => postMessage({ error: `The library could not be loaded: ${error.message}` }));

onmessage = async ({ data }) => {
  try {
    await ready;
    const name = data.what === "parse" ? "parsed" : "written";
    const call = python.globals.get(name);
    const made = data.what === "parse" ? call(data.bytes, data.name) : call(data.to);
    const answer = data.what === "parse" ? JSON.parse(made) : made;
    postMessage({ id: data.id, answer });
  } catch (error) {
    // the last line of a traceback is the error itself
    const said = String(error.message).trim().split("\n").pop();
    postMessage({ id: data.id, error: said.replace(/^[\w.]+: /, "") });
  }
};
