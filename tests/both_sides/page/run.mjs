// Connects as many times as the first argument says, and prints what the page would show.
const [times, url, module] = process.argv.slice(2);
const { connect } = await import(module);
for (let i = 0; i < Number(times); i += 1) {
  console.log(await connect(url));
}
