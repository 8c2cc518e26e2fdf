"use strict";
(() => {
  const root = document.documentElement;
  const store = (key, value) => {
    // Storage may be refused; the page then forgets.
    try {
      if (value === undefined) return localStorage.getItem("close-codes:" + key);
      localStorage.setItem("close-codes:" + key, value);
    } catch {}
    return null;
  };
  const setTheme = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  // Before anything is painted.
  setTheme(store("theme"));

  // The place in `tags` of the best one for a language: itself, without its last subtags, or longer.
  const lookup = (wanted, tags) => {
    const lower = tags.map((tag) => tag.toLowerCase());
    const parts = wanted.toLowerCase().split("-");
    for (const fits of [(tag, part) => tag === part, (tag, part) => tag.startsWith(part + "-")]) {
      for (let n = parts.length; n > 0; n--) {
        const found = lower.findIndex((tag) => fits(tag, parts.slice(0, n).join("-")));
        if (found >= 0) return found;
      }
    }
    return -1;
  };

  const main = () => {
    const $ = (id) => document.getElementById(id);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    root.dataset.script = "";
    for (const form of all("form, .settings")) form.hidden = false;

    const theme = $("theme");
    theme.value = root.dataset.theme || "";
    theme.addEventListener("change", () => {
      setTheme(theme.value);
      store("theme", theme.value);
    });

    const status = $("status");
    const search = $("search");
    const standard = $("standard");
    const filters = ["sender", "advice"].map((key) => [key, $(key)]).filter(([, select]) => select);
    const rows = all("tr[data-numbers]").map((row) => ({
      row,
      code: row.id.startsWith("code-") ? row.dataset.numbers : "",
      numbers: row.dataset.numbers.split(" ").map((span) => span.split("-").map(Number)),
      text: all(".texts > p, [data-find]", row).map((part) => part.textContent.toLowerCase()),
    }));
    const cells = all("[data-code]");
    const words = () => (root.lang.startsWith("zh") ? "Zh" : "En");

    const update = () => {
      const query = search.value.trim().toLowerCase();
      const number = /^\d+$/.test(query) ? Number(query) : -1;
      const shown = new Set();
      let within = null;
      for (const { row, code, numbers, text } of rows) {
        const isNumber = code
          ? code.includes(query)
          : numbers.some(([first, last]) => first <= number && number <= last);
        const isFound = isNumber || text.some((part) => part.includes(query));
        const isKept = filters.every(
          ([key, { value }]) => !value || row.dataset[key].split(" ").includes(value),
        );
        const isWanted = !code || !standard || standard.checked || "custom" in row.dataset;
        row.hidden = !(isFound && isKept && isWanted);
        if (code && !row.hidden) shown.add(code);
        // Ranges inside come after those around them.
        if (!code && isNumber && number >= 0) within = row;
      }
      for (const cell of cells) cell.classList.toggle("dim", !shown.has(cell.dataset.code));
      const ranges = $("range-table")?.closest("section");
      if (ranges) ranges.hidden = !rows.some(({ row, code }) => !code && !row.hidden);
      $("code-table").hidden = shown.size === 0;
      const total = rows.filter(({ code }) => code).length;
      const isNamed = rows.some(({ code }) => code === query);
      const say = (key, values) =>
        status.dataset[key + words()].replace(/\{(\w+)\}/g, (_, name) => values[name]);
      if (within && !isNamed) {
        status.textContent = say("within", {
          number,
          range: within.querySelector("[data-find]").textContent,
        });
      } else if (rows.every(({ row }) => row.hidden)) {
        status.textContent = say("nothing", {});
      } else {
        status.textContent = say("count", { shown: shown.size, all: total });
      }
    };

    const setLanguage = (language) => {
      for (const texts of all(".texts")) {
        const parts = [...texts.children];
        const best = Math.max(0, lookup(language, parts.map((part) => part.lang)));
        parts.forEach((part, i) => (part.hidden = i !== best));
      }
      const key = /^zh(-|$)/i.test(language) ? "zh" : "en";
      root.lang = key === "zh" ? "zh-CN" : "en";
      for (const part of all("[data-en]")) part.textContent = part.dataset[key];
      search.placeholder = search.dataset[key + "Placeholder"];
      update();
    };

    const language = $("language");
    if (language) {
      const tags = all("option", language).map((option) => {
        // A tag may be private, and then has no name.
        try {
          option.textContent = new Intl.DisplayNames([option.value], { type: "language" }).of(option.value);
        } catch {}
        return option.value;
      });
      const wanted = [store("language"), ...navigator.languages].filter(Boolean);
      const found = wanted.map((tag) => lookup(tag, tags)).find((i) => i >= 0);
      language.selectedIndex = found ?? 0;
      language.addEventListener("change", () => {
        store("language", language.value);
        setLanguage(language.value);
      });
      setLanguage(language.value);
    } else {
      update();
    }

    const form = search.form;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", update);
    form.addEventListener("reset", () => setTimeout(update));

    // A code of the number line, or of an address, is shown even if the filter has hidden it.
    const reveal = () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (row?.hidden) {
        form.reset();
        update();
      }
      row?.scrollIntoView({ block: "center" });
    };
    document.addEventListener("click", ({ target }) => {
      const number = target.closest("[data-code]")?.dataset.code;
      if (number) location.hash = "code-" + number;
    });
    addEventListener("hashchange", reveal);
    if (location.hash) reveal();
  };
  document.addEventListener("DOMContentLoaded", main);
})();
