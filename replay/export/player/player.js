"use strict";
(async () => {
  const race = JSON.parse(document.getElementById("race").textContent);
  const find = (id) => document.getElementById(id);
  const canvas = find("screen"), seek = find("seek"), pen = canvas.getContext("2d", { alpha: false });
  const { cols, rows, chars, inks, fps, seconds, pace, marks } = race;
  const STEP = 64, SPEEDS = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];

  // The frames: each is what has changed since the one before. Every so many are kept whole, to be sought from.
  async function unpacked(text) {
    const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  let data;
  try {
    data = await unpacked(race.frames);
  } catch (error) {
    find("trouble").textContent = "This browser is too old to unpack the picture; the race in words is below.";
    find("trouble").hidden = find("player").hidden = false;
    return;
  }
  const cells = cols * rows, starts = [], kept = [];
  let at = 0;
  function number() {
    let value = 0, shift = 0, byte;
    do {
      byte = data[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }
  const char = new Uint16Array(cells), ink = new Uint16Array(cells);
  function apply(frame) {
    at = starts[frame];
    let place = 0;
    for (let patches = number(); patches > 0; patches--) {
      place += number();
      const count = number(), which = number();
      for (let n = 0; n < count; n++, place++) {
        char[place] = number();
        ink[place] = which;
      }
    }
  }
  for (let frame = 0; at < data.length; frame++) {
    starts.push(at);
    apply(frame);
    if (frame % STEP === 0) kept.push([char.slice(), ink.slice()]);
  }
  const last = starts.length - 1;
  let shown = last;
  function show(frame) {
    if (frame < shown || frame - shown > STEP) {
      const whole = Math.floor(frame / STEP);
      char.set(kept[whole][0]);
      ink.set(kept[whole][1]);
      shown = whole * STEP;
    }
    while (shown < frame) apply(++shown);
  }

  // The picture: cells of whole pixels, so that nothing has seams.
  let wide = 0, high = 0;
  const drawnChar = new Uint16Array(cells), drawnInk = new Uint16Array(cells);
  const FONTS = "ui-monospace, 'JetBrains Mono', 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', Consolas, monospace";
  function measure() {
    const ratio = window.devicePixelRatio || 1;
    const room = canvas.parentElement.clientWidth * ratio, tall = (window.innerHeight - 150) * ratio;
    const fits = Math.floor(Math.min(room / cols, Math.max(tall / rows / 2, room / cols / 2)));
    const now = Math.max(1, fits);
    if (now === wide) return;
    wide = now;
    high = 2 * wide;
    canvas.width = wide * cols;
    canvas.height = high * rows;
    canvas.style.width = canvas.width / ratio + "px";
    canvas.style.height = canvas.height / ratio + "px";
    drawnInk.fill(65535);
  }
  function shape(kind, n, x, y) {
    if (kind === "box") {
      const left = Math.round(n[0] * wide), top = Math.round(n[1] * high);
      const across = Math.max(1, Math.round(n[2] * wide) - left), down = Math.max(1, Math.round(n[3] * high) - top);
      pen.fillRect(x + left, y + top, across, down);
      return;
    }
    pen.beginPath();
    if (kind === "dot") pen.arc(x + n[0] * wide, y + n[1] * high, Math.max(n[2] * wide, 0.5), 0, 7);
    else for (let i = 0; i < n.length; i += 2) pen.lineTo(x + n[i] * wide, y + n[i + 1] * high);
    pen.fill();
  }
  function cell(place) {
    const [text, span, shapes] = chars[char[place]], [colour, ground, style] = inks[ink[place]];
    if (!span) return; // the other half of a wide character
    const x = (place % cols) * wide, y = Math.floor(place / cols) * high;
    pen.fillStyle = ground;
    pen.fillRect(x, y, wide * span, high);
    pen.fillStyle = colour;
    if (shapes) {
      for (const [kind, numbers, opacity] of shapes) {
        pen.globalAlpha = opacity;
        shape(kind, numbers, x, y);
      }
      pen.globalAlpha = 1;
      return;
    }
    pen.font = `${style} ${Math.round(wide * 164) / 100}px ${FONTS}`;
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    pen.fillText(text, x + (wide * span) / 2, y + high * 0.76, wide * span * 1.05);
  }
  function draw() {
    for (let place = 0; place < cells; place++) {
      if (char[place] !== drawnChar[place] || ink[place] !== drawnInk[place]) {
        cell(place);
        drawnChar[place] = char[place];
        drawnInk[place] = ink[place];
      }
    }
  }

  // The time: worked out from the clock, never added up from frames.
  let playing = false, from = 0, since = 0, speed = 1;
  const film = () => Math.min(Math.max(playing ? from + ((performance.now() - since) / 1000) * speed : from, 0), seconds);
  // Between two of its turns the film shows the race at an even speed.
  function piece(time) {
    let n = 1;
    while (n < pace.length - 1 && pace[n][0] <= time) n++;
    return [pace[n - 1], pace[n]];
  }
  function rateAt(time) {
    const [[from, start], [to, end]] = piece(time);
    return to > from ? (end - start) / (to - from) : 1;
  }
  const raceTime = (time) => piece(time)[0][1] + (time - piece(time)[0][0]) * rateAt(time);
  function clock(time) {
    const whole = Math.floor(time), hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
    const two = (value) => String(value).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  }
  function goTo(time) {
    from = Math.min(Math.max(time, 0), seconds);
    since = performance.now();
    update();
  }
  function turn(on) {
    from = on && film() >= seconds ? 0 : film();
    since = performance.now();
    playing = on;
    find("play").textContent = on ? "\u2016" : "\u25B6\uFE0E";
    find("play").setAttribute("aria-label", on ? "Pause" : "Play");
    update();
  }
  function hurry(way) {
    from = film();
    since = performance.now();
    speed = SPEEDS[Math.min(Math.max(SPEEDS.indexOf(speed) + way, 0), SPEEDS.length - 1)];
    update();
  }
  function moment(way) {
    const now = film();
    const times = [0, ...marks.map((mark) => mark[0]), seconds];
    goTo(way > 0 ? times.find((time) => time > now + 0.05) ?? seconds : times.findLast((time) => time < now - 1) ?? 0);
  }
  const ticks = marks.map(([time]) => {
    const tick = document.createElement("i");
    tick.style.left = `${seconds ? (100 * time) / seconds : 0}%`;
    find("marks").append(tick);
    return tick;
  });
  let asked = 0;
  function update() {
    cancelAnimationFrame(asked);
    const time = film();
    if (playing && time >= seconds) return turn(false);
    show(time >= seconds ? last : Math.min(Math.floor(time * fps + 1e-6), last));
    measure();
    draw();
    seek.value = time;
    const told = `${Number((speed * rateAt(time)).toPrecision(3))}x`;
    if (find("speed").textContent !== told) find("speed").textContent = told;
    const now = clock(raceTime(time));
    if (find("clock").textContent !== now) {
      find("clock").textContent = now;
      seek.setAttribute("aria-valuetext", now);
    }
    let passed = "";
    marks.forEach(([when, label], n) => {
      ticks[n].hidden = when > time && !race.spoilers;
      if (when <= time) passed = label;
    });
    find("moment").textContent = passed;
    if (playing) asked = requestAnimationFrame(update);
  }

  find("play").onclick = () => turn(!playing);
  canvas.onclick = () => turn(!playing);
  find("back").onclick = () => moment(-1);
  find("next").onclick = () => moment(1);
  find("slower").onclick = () => hurry(-1);
  find("faster").onclick = () => hurry(1);
  seek.oninput = () => goTo(Number(seek.value));
  const step = () => (race.road ? 30 : 5) / Math.max(rateAt(film()), 0.125);
  const KEYS = {
    " ": () => turn(!playing), p: () => turn(!playing), ArrowLeft: () => goTo(film() - step()),
    ArrowRight: () => goTo(film() + step()), "[": () => moment(-1), "]": () => moment(1), "-": () => hurry(-1),
    "+": () => hurry(1), "=": () => hurry(1), Home: () => goTo(0), End: () => goTo(seconds),
    ",": () => (turn(false), goTo(film() - 1 / fps)), ".": () => (turn(false), goTo(film() + 1 / fps)),
  };
  document.addEventListener("keydown", (event) => {
    const here = event.target.tagName;
    if (event.ctrlKey || event.altKey || event.metaKey || (event.key === " " && (here === "BUTTON" || here === "SUMMARY"))) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  window.addEventListener("resize", update);
  seek.max = seconds;
  find("player").hidden = false;
  turn(false);
  document.body.dataset.ready = "yes";
})();
