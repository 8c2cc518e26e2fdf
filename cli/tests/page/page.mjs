// What a person does with an exported page, and what axe-core finds in it. See run.sh.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [, , folder, executablePath] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = { width: 1200, height: 900 };
const phone = { width: 360, height: 740, isMobile: true, hasTouch: true };

const browser = await puppeteer.launch({
  executablePath,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    `--user-data-dir=${mkdtempSync(join(tmpdir(), "close-codes-page-"))}`,
  ],
});

// A page of its own storage; whatever the browser complains about is an error.
const open = async (name, { scheme = "light", viewport = desk, script = true, hash = "" } = {}) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
  });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport(viewport);
  await page.setJavaScriptEnabled(script);
  await page.goto(`file://${folder}/${name}.html${hash}`);
  page.done = async () => {
    assert.deepEqual(complaints, [], name);
    await context.close();
  };
  return page;
};

const shown = (page) =>
  page.$$eval("#code-table tr[data-numbers]", (rows) =>
    rows.filter((row) => row.checkVisibility()).map((row) => row.dataset.numbers),
  );
const status = (page) => page.$eval("#status", (element) => element.textContent);
const background = (page) => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
const type = async (page, text) => {
  await page.click("#search", { count: 3 });
  await page.keyboard.type(text);
};
const screenshot = (page, name, fullPage = false) =>
  page.screenshot({ path: join(folder, `${name}.png`), fullPage });

const tests = {
  async "search finds numbers, names, aliases, variants and texts"() {
    const page = await open("standard");
    const all = await shown(page);
    assert.equal(await status(page), `${all.length} of ${all.length} codes`);
    for (const [query, expected] of [
      ["1006", ["1006"]],
      ["bad gate", ["1014"]],
      ["CLOSE_TOO_LARGE", ["1009"]],
      ["tlshandshake", ["1015"]],
      ["valid UTF-8", ["1007"]],
      ["服务器正在关闭", ["1001"]],
    ]) {
      await type(page, query);
      assert.deepEqual(await shown(page), expected, query);
      assert.equal(await status(page), `1 of ${all.length} codes`);
    }
    await type(page, "no such text");
    assert.deepEqual(await shown(page), []);
    assert.equal(await status(page), "Nothing matches.");
    await page.click("button[type=reset]");
    await page.waitForFunction((n) => document.querySelectorAll("#code-table tr[data-numbers]:not([hidden])").length === n, {}, all.length);
    await page.done();
  },

  async "a number without a name leads to its range"() {
    const page = await open("ranges");
    await type(page, "4212");
    assert.equal(await status(page), "4212 has no name. It is in the range Password.");
    const ranges = await page.$$eval("#range-table tr[data-numbers]:not([hidden]) [data-find]:first-child", (names) =>
      names.map((name) => name.textContent),
    );
    assert.deepEqual(ranges, ["Application", "Session", "Login", "Password"]);
    await page.done();
  },

  async "filters by sender, by advice and by origin hold together"() {
    const page = await open("discord");
    await page.select("#sender", "server");
    await page.select("#advice", "never");
    const found = await page.$$eval("#code-table tr[data-numbers]", (rows) =>
      rows.map((row) => [row.dataset.numbers, row.dataset.sender, row.dataset.advice, !row.hidden]),
    );
    for (const [code, sender, advice, isShown] of found) {
      assert.equal(isShown, sender === "server" && advice === "never", code);
    }
    assert.ok(found.some(([, , , isShown]) => isShown));
    await page.select("#sender", "");
    await page.select("#advice", "");
    await page.click("#standard");
    assert.ok((await shown(page)).every((code) => code >= "4000"));
    assert.equal((await shown(page)).length, 14);
    await page.done();
  },

  async "the language changes texts and the words of the page, and is remembered"() {
    const page = await open("discord");
    const visible = () =>
      page.$$eval("#code-4004 .texts > p, .lead p", (texts) =>
        texts.filter((text) => text.checkVisibility()).map((text) => text.lang),
      );
    assert.deepEqual(await visible(), ["en", "en"]);
    await page.select("#language", "zh-CN");
    assert.deepEqual(await visible(), ["zh-CN", "zh-CN"]);
    assert.equal(await page.$eval("#codes", (heading) => heading.textContent), "关闭码");
    assert.equal(await page.$eval("html", (root) => root.lang), "zh-CN");
    assert.match(await status(page), /^32 个关闭码/);
    await screenshot(page, "chinese");
    await page.reload();
    assert.deepEqual(await visible(), ["zh-CN", "zh-CN"]);
    await page.done();
  },

  async "light and dark follow the system until somebody chooses, which is remembered"() {
    const colors = {};
    for (const scheme of ["light", "dark"]) {
      const page = await open("discord", { scheme });
      colors[scheme] = await background(page);
      await screenshot(page, scheme, true);
      const other = scheme === "light" ? "dark" : "light";
      await page.select("#theme", other);
      colors[`chosen ${other}`] = await background(page);
      await page.reload();
      assert.equal(await background(page), colors[`chosen ${other}`]);
      await page.select("#theme", "");
      assert.equal(await background(page), colors[scheme]);
      await page.done();
    }
    assert.notEqual(colors.light, colors.dark);
    assert.equal(colors["chosen dark"], colors.dark);
    assert.equal(colors["chosen light"], colors.light);
  },

  async "all of it is reached by keyboard, in the order of the page, with a visible focus"() {
    const page = await open("discord");
    const order = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press("Tab");
      order.push(
        await page.evaluate(() => {
          const element = document.activeElement;
          if (getComputedStyle(element).outlineStyle === "none") throw new Error(element.outerHTML);
          return element.id || element.className || element.localName;
        }),
      );
    }
    assert.deepEqual(order.slice(0, 3), ["skip", "language", "theme"]);
    for (const id of ["search", "sender", "advice", "standard"]) assert.ok(order.includes(id), id);
    await page.focus("#code-4004 summary");
    await page.keyboard.press("Enter");
    assert.ok(await page.$eval("#code-4004 details", (details) => details.open));
    await page.reload();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, "#codes");
    await page.done();
  },

  async "a code of the number line, or of an address, is shown even if a filter hides it"() {
    const page = await open("discord", { hash: "#code-4013" });
    const isOnScreen = () =>
      page.waitForFunction(() => {
        const { top, bottom } = document.querySelector("#code-4013").getBoundingClientRect();
        return top > 0 && bottom <= innerHeight;
      });
    await isOnScreen();
    await page.evaluate(() => (location.hash = ""));
    await type(page, "1006");
    assert.ok(await page.$eval('[data-code="4013"]', (cell) => cell.classList.contains("dim")));
    await page.click('[data-code="4013"]');
    await isOnScreen();
    assert.equal(new URL(page.url()).hash, "#code-4013");
    await page.done();
  },

  async "without JavaScript everything can be read, and nothing is there that would not work"() {
    const page = await open("discord", { script: false });
    const text = await page.$eval("main", (main) => main.innerText);
    for (const expected of ["Authentication failed", "客户端的令牌无效。", "Do not reconnect", "4000–4999"]) {
      assert.ok(text.includes(expected), expected);
    }
    for (const selector of [".settings", ".filter"]) {
      assert.ok(!(await page.$eval(selector, (element) => element.checkVisibility())), selector);
    }
    await screenshot(page, "without-script");
    await page.done();
  },

  async "no page is wider than a phone, and what is touched is large enough"() {
    for (const name of pages) {
      const page = await open(name, { viewport: phone });
      await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
      const { width, small } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        small: [...document.querySelectorAll("select, input, button")]
          .filter((element) => element.checkVisibility() && element.closest("label, button").getBoundingClientRect().height < 24)
          .map((element) => element.id),
      }));
      assert.ok(width <= phone.width, `${name} is ${width} wide`);
      assert.deepEqual(small, [], name);
      await page.done();
    }
    const page = await open("discord", { viewport: phone });
    await screenshot(page, "phone");
    await page.$eval("#codes", (heading) => heading.scrollIntoView());
    await screenshot(page, "phone-codes");
    await page.$eval("#code-4007 details", (details) => (details.open = true));
    await page.$eval("#code-4007", (row) => row.scrollIntoView());
    await screenshot(page, "phone-details");
    await page.done();
  },

  async "no text of a table becomes an element or runs"() {
    const page = await open("hostile");
    await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
    await screenshot(page, "hostile");
    await page.$eval("#code-4000", (row) => row.scrollIntoView());
    await screenshot(page, "hostile-code");
    assert.equal(await page.evaluate(() => window.broken), undefined);
    assert.equal(await page.$$eval("script", (all) => all.length), 1);
    assert.equal(await page.$$eval("img, main form form, svg[onload], b", (all) => all.length), 0);
    const links = await page.$$eval("a", (all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) assert.match(link, /^(#|https:\/\/)/);
    assert.equal(await page.title(), "</title></style><script>window.broken = 1</script><!-- · WebSocket close codes");
    assert.equal(await page.$eval("#code-4000 .name bdi", (name) => name.textContent), "</script><script>window.broken=6</script>");
    await page.done();
  },

  async "axe-core finds no violation"() {
    for (const name of pages) {
      for (const scheme of ["light", "dark"]) {
        for (const viewport of [desk, phone]) {
          const page = await open(name, { scheme, viewport });
          // The largest page is the same in every row.
          if (name !== "large") await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
          else await page.$$eval("tr:nth-child(n + 40)", (rows) => rows.forEach((row) => row.remove()));
          // The page's policy refuses added elements, not what the debugger evaluates.
          await page.evaluate(axe);
          const { violations, passes } = await page.evaluate(() =>
            axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
          );
          assert.ok(passes.some(({ id }) => id === "color-contrast"));
          const found = violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`)]);
          assert.deepEqual(found, [], `${name}, ${scheme}, ${viewport.width}`);
          await page.done();
        }
      }
    }
  },

  async "2000 codes are searched without delay"() {
    const page = await open("large");
    await page.focus("#search");
    const time = await page.evaluate(() => {
      const search = document.querySelector("#search");
      const start = performance.now();
      search.value = "4567";
      search.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    });
    assert.deepEqual(await shown(page), ["4567"]);
    assert.equal(await status(page), "1 of 2000 codes");
    console.log(`   ${time.toFixed(0)} ms with layout`);
    assert.ok(time < 2000, `${time} ms`);
    await screenshot(page, "large");
    await page.done();
  },
};

const pages = readdirSync(folder).filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -5));
assert.ok(pages.length >= 8, "run.sh exports the pages");
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exitCode = failed ? 1 : 0;
