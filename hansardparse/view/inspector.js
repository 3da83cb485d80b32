"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const text = data.text;

  // --- the tree, as columns ---------------------------------------------------------------------------
  const WIDTH = 6;
  const count = data.nodes.length / WIDTH;
  const column = (at) => Int32Array.from({ length: count }, (_, n) => data.nodes[n * WIDTH + at]);
  const [depth, type, start, size, label, detail] = [0, 1, 2, 3, 4, 5].map(column);
  const above = new Int32Array(count).fill(-1);
  const after = new Int32Array(count).fill(count); // the first node that is not below it
  const path = [];
  for (let n = 0; n < count; n++) {
    while (path.length > depth[n]) after[path.pop()] = n;
    above[n] = path.length ? path[path.length - 1] : -1;
    path.push(n);
  }
  const leaves = [];
  for (let n = 1; n < count; n++) if (after[n] === n + 1 && size[n]) leaves.push(n);
  const unknown = data.types.indexOf("unrecognised");

  /** The first of some numbers, in order, for which a test holds. */
  const first = (length, test) => {
    let low = 0, high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
  const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
  const code = (sign) => "U+" + sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  const shown = (said) =>
    said
      .replace(/\r/g, "")
      .replace(CONTROL, (sign) => (sign < " " ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : `[${code(sign)}]`))
      .replace(TURNING, (sign) => `[${code(sign)}]`);
  const make = (name, class_, said) => {
    const element = document.createElement(name);
    if (class_) element.className = class_;
    if (said !== undefined) element.textContent = shown(said);
    return element;
  };

  // --- the source, chunk by chunk -----------------------------------------------------------------------
  const CHUNK = 6000, LONGEST = 12000;
  const lineStarts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(end.index + end[0].length);
  const chunks = [];
  for (let from = 0, line = 0; from < text.length; ) {
    let next = first(lineStarts.length, (n) => lineStarts[n] >= from + CHUNK);
    let end = next < lineStarts.length ? lineStarts[next] : text.length;
    if (end - from > LONGEST) end = from + LONGEST;
    chunks.push({ from, end, line });
    line = first(lineStarts.length, (n) => lineStarts[n] > end) - 1;
    from = end;
  }
  const source = byId("source");
  let chosen = 0;
  let hits = [], hitSize = 0, hit = -1;
  let telling = false;

  const tellOf = (from, end) => {
    const told = data.told;
    const said = [];
    for (let n = first(told.length / 3, (n) => told[n * 3] >= from); n * 3 < told.length && told[n * 3] < end; n++)
      said.push(`${data.terminals[told[n * 3 + 1]]} ${data.roles[told[n * 3 + 2]]}`);
    return said.join(", ");
  };
  /** Some words of a line, what was found in them marked. */
  const fill = (into, from, end) => {
    let at = from;
    for (let n = first(hits.length, (n) => hits[n] + hitSize > from); n < hits.length && hits[n] < end; n++) {
      const begin = Math.max(at, hits[n]), stop = Math.min(end, hits[n] + hitSize);
      into.append(shown(text.slice(at, begin)));
      into.append(make("mark", n === hit ? "now" : "", text.slice(begin, stop)));
      at = stop;
    }
    into.append(shown(text.slice(at, end)));
  };
  /** What is in no leaf: blanks, and nothing else unless something was lost. */
  const between = (into, from, end) => {
    if (end <= from) return;
    if (/^[\s\u0085\u001c-\u001f]*$/.test(text.slice(from, end))) return fill(into, from, end);
    const lost = make("span", "lost");
    fill(lost, from, end);
    into.append(lost);
  };
  const lineOf = (from, end, number, whole) => {
    const line = make("div", "line");
    line.append(make("span", "number", whole ? String(number + 1) : ""));
    if (telling) line.append(make("span", "told", tellOf(from, end)));
    const said = make("span", "said");
    let at = from;
    for (let n = first(leaves.length, (n) => start[leaves[n]] + size[leaves[n]] > from); n < leaves.length; n++) {
      const leaf = leaves[n];
      if (start[leaf] >= end) break;
      const begin = Math.max(at, start[leaf]), stop = Math.min(end, start[leaf] + size[leaf]);
      between(said, at, begin);
      const piece = make("span", "piece is-" + data.types[type[leaf]]);
      piece.dataset.n = leaf;
      if (leaf >= chosen && leaf < after[chosen] && chosen) piece.classList.add("on");
      fill(piece, begin, stop);
      said.append(piece);
      at = stop;
    }
    between(said, at, end);
    line.append(said);
    return line;
  };
  const draw = (chunk) => {
    if (chunk.drawn) return;
    const lines = document.createDocumentFragment();
    let at = chunk.from, number = chunk.line;
    while (at < chunk.end) {
      const next = Math.min(number + 1 < lineStarts.length ? lineStarts[number + 1] : text.length, chunk.end);
      lines.append(lineOf(at, next, number, at === lineStarts[number]));
      at = next;
      number++;
    }
    chunk.element.replaceChildren(lines);
    chunk.element.style.height = "";
    chunk.drawn = true;
  };
  const undraw = (chunk) => {
    if (!chunk.drawn) return;
    chunk.element.style.height = chunk.element.offsetHeight + "px";
    chunk.element.replaceChildren();
    chunk.drawn = false;
  };
  const reached = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const chunk = chunks[entry.target.dataset.chunk];
        chunk.near = entry.isIntersecting;
        if (chunk.near) draw(chunk);
        else undraw(chunk);
      }
    },
    { root: source, rootMargin: "1200px 0px" },
  );
  const redraw = () => {
    for (const chunk of chunks)
      if (chunk.drawn) {
        chunk.drawn = false;
        draw(chunk);
      }
  };
  const columns = Math.max(20, Math.floor(source.clientWidth / 9));
  chunks.forEach((chunk, n) => {
    chunk.element = make("div", "chunk");
    chunk.element.dataset.chunk = n;
    const lines = first(lineStarts.length, (m) => lineStarts[m] >= chunk.end) - chunk.line;
    chunk.element.style.height = Math.round(22 * (lines / 2 + (chunk.end - chunk.from) / columns)) + "px";
  });
  source.append(...chunks.map((chunk) => chunk.element));
  for (const chunk of chunks) reached.observe(chunk.element);

  const chunkAt = (offset) => chunks[Math.max(0, first(chunks.length, (n) => chunks[n].from > offset) - 1)];
  const inView = (element, pane) => {
    const one = element.getBoundingClientRect(), all = pane.getBoundingClientRect();
    return one.top >= all.top && one.bottom <= all.bottom;
  };
  /** Show the place of an offset in the source. */
  const showOffset = (offset, selector) => {
    if (!chunks.length) return;
    const chunk = chunkAt(offset);
    const far = !chunk.drawn;
    draw(chunk);
    let element = selector && chunk.element.querySelector(selector);
    if (!element) {
      const line = first(lineStarts.length, (n) => lineStarts[n] > offset) - 1;
      element = chunk.element.children[Math.max(0, line - chunk.line)] || chunk.element;
    }
    if (far || !inView(element, source)) {
      element.scrollIntoView({ block: "center" });
      source.scrollLeft = 0;
    }
  };

  // --- lists that draw the rows in view ----------------------------------------------------------------
  const ROW = 24;
  class List {
    constructor(element, row) {
      this.element = element;
      this.row = row;
      this.items = [];
      this.at = 0;
      this.space = make("div", "space");
      element.append(this.space);
      element.addEventListener("scroll", () => this.draw());
      new ResizeObserver(() => this.draw()).observe(element);
    }
    set(items) {
      this.items = items;
      this.space.style.height = items.length * ROW + "px";
      this.draw();
    }
    draw() {
      const top = Math.max(0, Math.floor(this.element.scrollTop / ROW) - 5);
      const bottom = Math.min(this.items.length, top + Math.ceil(this.element.clientHeight / ROW) + 10);
      const rows = [];
      for (let n = top; n < bottom; n++) {
        const row = this.row(this.items[n], n);
        row.id = `${this.element.id}-${n}`;
        row.dataset.row = n;
        row.style.top = n * ROW + "px";
        row.setAttribute("aria-selected", String(n === this.at));
        rows.push(row);
      }
      this.space.replaceChildren(...rows);
      if (byId(`${this.element.id}-${this.at}`))
        this.element.setAttribute("aria-activedescendant", `${this.element.id}-${this.at}`);
      else this.element.removeAttribute("aria-activedescendant");
    }
    show(at) {
      this.at = at;
      const top = at * ROW, pane = this.element;
      if (top < pane.scrollTop || top + ROW > pane.scrollTop + pane.clientHeight)
        pane.scrollTop = Math.max(0, top - pane.clientHeight / 2);
      this.draw();
    }
    step(event, pick) {
      const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.items.length, End: this.items.length };
      if (!(event.key in steps)) return false;
      event.preventDefault();
      pick(Math.min(this.items.length - 1, Math.max(0, this.at + steps[event.key])));
      return true;
    }
  }

  // --- the tree ------------------------------------------------------------------------------------------
  const open = new Uint8Array(count);
  for (let n = 0; n < count; n++) open[n] = data.types[type[n]] === "transcript" || data.types[type[n]] === "section" ? 1 : 0;
  let placeOf = new Int32Array(count).fill(-1);
  const nameOf = (n) => {
    const said = label[n] >= 0 ? data.labels[label[n]] : text.slice(start[n], start[n] + Math.min(size[n], 120));
    return said.replace(/\s+/g, " ").trim();
  };
  const tree = new List(byId("tree"), (n) => {
    const row = make("div", "row");
    row.setAttribute("role", "treeitem");
    row.setAttribute("aria-level", depth[n] + 1);
    row.dataset.n = n;
    row.style.paddingLeft = 0.4 + Math.min(depth[n], 12) + "rem";
    const leaf = after[n] === n + 1;
    if (!leaf) row.setAttribute("aria-expanded", String(!!open[n]));
    row.append(make("span", "twist", leaf ? "" : open[n] ? "▾" : "▸"));
    row.append(make("span", "kind is-" + data.types[type[n]], data.types[type[n]]));
    row.append(make("span", "name", nameOf(n)));
    if (n === chosen) row.classList.add("on");
    return row;
  });
  const unfold = () => {
    const rows = [];
    placeOf.fill(-1);
    for (let n = 0; n < count; n = open[n] ? n + 1 : after[n]) {
      placeOf[n] = rows.length;
      rows.push(n);
    }
    tree.set(rows);
  };
  const detailOf = (n) => {
    const box = byId("detail");
    const list = make("dl");
    const add = (key, value) => list.append(make("dt", "", key), make("dd", "", value));
    add("type", data.types[type[n]]);
    add("place", `${start[n]} to ${start[n] + size[n]}`);
    for (const [key, value] of data.details[detail[n]]) add(key, value);
    box.replaceChildren(list);
  };
  /** Choose a node; `from` is the side on which that was done, which does not move. */
  const choose = (n, from) => {
    if (n === chosen && from !== "list") return;
    chosen = n;
    for (const piece of source.querySelectorAll(".piece"))
      piece.classList.toggle("on", n > 0 && +piece.dataset.n >= n && +piece.dataset.n < after[n]);
    let folded = false;
    for (let up = above[n]; up >= 0; up = above[up]) {
      folded = folded || !open[up];
      open[up] = 1;
    }
    if (folded) unfold();
    if (from === "tree") {
      tree.at = placeOf[n];
      tree.draw();
    } else tree.show(placeOf[n]);
    if (from !== "source") showOffset(start[n], `.piece.on`);
    detailOf(n);
  };

  let waiting = null;
  const soon = (act) => {
    if (!waiting) requestAnimationFrame(() => { const now = waiting; waiting = null; now(); });
    waiting = act;
  };
  // what comes below a pointer that rests, since a pane has scrolled, has not been pointed at
  let last = "";
  const point = (pane, side) =>
    pane.addEventListener("mousemove", (event) => {
      const here = `${event.screenX} ${event.screenY}`;
      const over = event.target.closest("[data-n]");
      if (over && here !== last) soon(() => choose(+over.dataset.n, side));
      last = here;
    });
  point(source, "source");
  point(tree.element, "tree");

  const twist = (n, to) => {
    open[n] = to;
    unfold();
    tree.show(placeOf[n]);
  };
  tree.element.addEventListener("click", (event) => {
    const row = event.target.closest("[data-n]");
    if (!row) return;
    const n = +row.dataset.n;
    choose(n, "tree");
    showOffset(start[n], ".piece.on");
    if (after[n] > n + 1 && event.target.closest(".twist")) twist(n, open[n] ? 0 : 1);
  });
  tree.element.addEventListener("dblclick", (event) => {
    const row = event.target.closest("[data-n]");
    if (row) twist(+row.dataset.n, open[+row.dataset.n] ? 0 : 1);
  });
  tree.element.addEventListener("keydown", (event) => {
    if (tree.step(event, (row) => choose(tree.items[row], "keys"))) return;
    const n = tree.items[tree.at];
    if (event.key === "ArrowRight" && after[n] > n + 1) {
      if (open[n]) choose(n + 1, "keys");
      else twist(n, 1);
    } else if (event.key === "ArrowLeft") {
      if (open[n] && after[n] > n + 1) twist(n, 0);
      else if (above[n] >= 0) choose(above[n], "keys");
    } else if (event.key === "Enter" || event.key === " ") showOffset(start[n], ".piece.on");
    else return;
    event.preventDefault();
  });
  source.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-n]");
    if (piece) choose(+piece.dataset.n, "source");
  });
  source.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    const at = first(leaves.length, (n) => leaves[n] >= chosen);
    const next = event.key === "ArrowLeft" ? at - 1 : leaves[at] === chosen ? at + 1 : at;
    if (leaves[next] !== undefined) choose(leaves[next], "keys");
  });

  // --- problems ------------------------------------------------------------------------------------------
  const leafAt = (offset) => {
    const n = first(leaves.length, (n) => start[leaves[n]] + size[leaves[n]] > offset);
    return leaves[Math.min(n, leaves.length - 1)] || 0;
  };
  const wrong = data.problems.map(([at, end, severity, name, message, line, column]) => ({
    at, severity, said: `${line}:${column} ${severity} ${name}: ${message}`,
  }));
  for (let n = 1; n < count; n++)
    if (type[n] === unknown) wrong.push({ at: start[n], severity: "error", said: `not recognised: ${nameOf(n)}` });
  wrong.sort((one, other) => one.at - other.at);
  const problems = new List(byId("problems"), (problem) => {
    const row = make("div", "row " + problem.severity, problem.said);
    row.setAttribute("role", "option");
    row.title = problem.said;
    return row;
  });
  const jump = (row) => {
    problems.show(row);
    choose(leafAt(problems.items[row].at), "list");
    showOffset(problems.items[row].at, ".piece.on");
  };
  problems.element.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) jump(+row.dataset.row);
  });
  problems.element.addEventListener("keydown", (event) => {
    if (problems.items.length) problems.step(event, jump);
  });
  byId("tab-problems").textContent = `Problems (${wrong.length.toLocaleString("en")})`;
  if (!wrong.length) {
    const none = make("p", "none", "There is none: every line was recognised.");
    byId("problems").removeAttribute("role");
    byId("problems").setAttribute("role", "region");
    byId("problems").append(none);
  }

  // --- what the colours mean -----------------------------------------------------------------------------
  const counts = new Map();
  for (const leaf of leaves) counts.set(type[leaf], (counts.get(type[leaf]) || 0) + 1);
  const legend = make("ul");
  for (const [kind, times] of [...counts].sort((one, other) => other[1] - one[1])) {
    const item = make("li");
    item.append(make("span", "kind is-" + data.types[kind], data.types[kind]), " ", times.toLocaleString("en"));
    legend.append(item);
  }
  byId("colours").append(legend);

  // --- tabs, search, terminals ---------------------------------------------------------------------------
  const tabs = ["tree", "problems", "colours"];
  const select = (name) => {
    for (const each of tabs) {
      byId(each).hidden = each !== name;
      byId("tab-" + each).setAttribute("aria-selected", String(each === name));
      byId("tab-" + each).tabIndex = each === name ? 0 : -1;
    }
    (name === "tree" ? tree : problems).draw();
  };
  for (const name of tabs) {
    byId("tab-" + name).addEventListener("click", () => select(name));
    byId("tab-" + name).addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const other = tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length];
      select(other);
      byId("tab-" + other).focus();
    });
  }

  const find = (step) => {
    const wanted = byId("find").value;
    if (wanted !== find.last) {
      find.last = wanted;
      hits = [];
      hit = -1;
      hitSize = wanted.length;
      if (wanted) {
        const plain = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
        for (const match of text.matchAll(plain)) hits.push(match.index);
      }
      step = 1;
    }
    if (hits.length) hit = (hit + step + hits.length) % hits.length;
    byId("found").textContent = !wanted ? "" : hits.length ? `${hit + 1} of ${hits.length.toLocaleString("en")}` : "not there";
    redraw();
    if (hits.length) {
      choose(leafAt(hits[hit]), "source");
      redraw();
      showOffset(hits[hit], "mark.now");
    }
  };
  document.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    find(1);
  });
  byId("before").addEventListener("click", () => find(-1));
  byId("find").addEventListener("input", () => byId("find").value || find(1));

  const tell = byId("tell");
  if (!data.told.length) {
    tell.disabled = true;
    tell.parentElement.title = "No grammar read this text.";
  }
  tell.addEventListener("change", () => {
    telling = tell.checked;
    redraw();
  });

  unfold();
  detailOf(0);
  document.body.dataset.ready = "yes";
})();
