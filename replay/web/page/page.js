// The page around the terminal: where its visitor's session is, how large its letters are, keys to be touched.
"use strict";

const terminal = document.getElementById("terminal");
const scheme = location.protocol === "https:" ? "wss:" : "ws:";
terminal.dataset.sessionWebsocketUrl = new URL("ws", location.href).href.replace(location.protocol, scheme).split("?")[0];

// At least 80 columns where that can be read; a letter is 0.6 as wide as high.
const asked = Number(new URLSearchParams(location.search).get("fontsize"));
const fits = Math.floor(Math.min(innerWidth / (80 * 0.6), innerHeight / (24 * 1.2)));
terminal.dataset.fontSize = asked >= 6 && asked <= 60 ? asked : Math.max(8, Math.min(16, fits));

document.getElementById("again").onclick = () => location.reload();

// Keys go to the terminal from the start. By touch no keyboard comes unless it is asked for: it would cover the race.
const line = () => terminal.querySelector("textarea");
new MutationObserver((_, seen) => {
  if (!line()) return;
  seen.disconnect();
  if (matchMedia("(pointer: coarse)").matches) line().inputMode = "none";
  line().focus();
}).observe(terminal, { childList: true, subtree: true });
const codes = { Escape: 27, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Enter: 13 };
for (const button of document.querySelectorAll("#touch [data-key]")) {
  button.onclick = () => {
    const key = button.dataset.key;
    line().dispatchEvent(new KeyboardEvent("keydown", { key, code: key, keyCode: codes[key], bubbles: true }));
  };
}
document.getElementById("keyboard").onclick = () => {
  line().inputMode = line().inputMode === "none" ? "text" : "none";
  line().blur();
  line().focus();
};
