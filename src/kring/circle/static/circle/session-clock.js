// Time, for the worker alone: it is counted while the page is looked at, and said only behind "voor de begeleider".

const BEAT = 60;

/** `tick(seconds)` every second that somebody looks; `beat()` once a minute. */
export function clock(host, { seconds, minutes }, { tick, beat }) {
  const line = host.querySelector("[data-part=clock]");
  let passed = seconds;
  const say = () => {
    if (!line?.closest("details").open) return;
    const words = minutes ? line.dataset.timer : line.dataset.said;
    line.textContent = words.replace("{minutes}", String(Math.floor(passed / 60))).replace("{timer}", String(minutes));
  };
  line?.closest("details").addEventListener("toggle", say);
  setInterval(() => {
    if (document.hidden) return;
    passed += 1;
    tick(passed);
    say();
    if (passed % BEAT === 0) beat();
  }, 1000);
}
