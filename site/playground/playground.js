"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const worker = new Worker("worker.js", { type: "module" });
  const waiting = new Map();
  let asked = 0;
  let given = null; // what was parsed last: its bytes, and its name where it was a file

  /** Ask the worker for something; it answers each question once. */
  const ask = (what, more = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      worker.postMessage({ id: asked, what, ...more });
    });
  const fail = (said) => {
    byId("error").textContent = said;
    byId("error").hidden = false;
  };
  worker.onerror = () => fail("Python could not be started in this browser: it needs WebAssembly and workers.");
  worker.onmessage = ({ data }) => {
    if (data.stage) {
      byId("stage").textContent = data.stage;
      byId("bar").value = data.done;
      if (data.done < 100) return;
      byId("loading").hidden = true;
      for (const button of document.querySelectorAll("form button")) button.disabled = false;
      document.body.dataset.ready = "yes";
      document.body.dataset.seconds = (performance.now() / 1000).toFixed(1);
    } else if (data.id === undefined) fail(data.error);
    else {
      const { resolve, reject } = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error) reject(new Error(data.error));
      else resolve(data.answer);
    }
  };

  const frame = (into, html, sandbox) => {
    const shown = document.createElement("iframe");
    shown.title = `The ${into}`;
    shown.setAttribute("sandbox", sandbox);
    shown.srcdoc = html;
    byId(into).replaceChildren(shown);
  };
  const row = (turn) => {
    const line = document.createElement("tr");
    for (const value of turn) {
      const cell = document.createElement("td");
      cell.textContent = value ?? "";
      line.append(cell);
    }
    return line;
  };
  const parse = async (bytes, name) => {
    byId("error").hidden = true;
    byId("parse").disabled = true;
    byId("parse").textContent = "Parsing …";
    try {
      const found = await ask("parse", { bytes, name });
      given = name;
      byId("summary").textContent = found.summary;
      byId("table").querySelector("tbody").replaceChildren(...found.turns.map(row));
      frame("reader", found.reader, "");
      frame("inspector", found.inspector, "allow-scripts");
      byId("result").hidden = false;
      select("table");
    } catch (error) {
      byId("result").hidden = true;
      fail(error.message);
    } finally {
      byId("parse").disabled = false;
      byId("parse").textContent = "Parse";
    }
  };

  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    parse(new TextEncoder().encode(byId("text").value), null);
  });
  byId("example").addEventListener("click", async () => {
    byId("text").value = await (await fetch("debate.txt")).text();
    byId("form").requestSubmit();
  });
  const take = async (file) => {
    if (file) parse(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  byId("file").addEventListener("change", (event) => take(event.target.files[0]));
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("text").classList.add("over");
  });
  document.addEventListener("dragleave", () => byId("text").classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    byId("text").classList.remove("over");
    take(event.dataTransfer.files[0]);
  });

  const tabs = ["table", "reader", "inspector"];
  const select = (name) => {
    for (const each of tabs) {
      byId(each).hidden = each !== name;
      byId("tab-" + each).setAttribute("aria-selected", String(each === name));
    }
  };
  for (const name of tabs) byId("tab-" + name).addEventListener("click", () => select(name));

  for (const button of document.querySelectorAll("[data-to]"))
    button.addEventListener("click", async () => {
      try {
        const made = await ask("write", { to: button.dataset.to });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([made]));
        link.download = `${(given || "debate").replace(/\.txt$/, "")}.${button.dataset.to}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      } catch (error) {
        fail(error.message);
      }
    });
})();
