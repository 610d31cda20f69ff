// Draws lines over days from the page's JSON. Colours come from the style sheet, the direction from <html dir>.
const DAY = 86400000;
const COLOURS = ["talks", "operations", "movement", "context", "iq-ink", "sy-ink"];
const DASHES = [[], [6, 3], [2, 3]];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function lineColour(line, n) {
  if (line.own) return colour("ink-2");
  if (line.side) return colour(`${line.side}-ink`);
  return colour(COLOURS[n % COLOURS.length]);
}

function datasets(data) {
  return data.lines.map((line, n) => {
    const tint = lineColour(line, n);
    return {
      label: line.label,
      data: line.points.map(([x, y]) => ({ x, y })),
      borderColor: tint,
      backgroundColor: tint,
      borderWidth: 2,
      borderDash: line.own ? [4, 4] : DASHES[Math.floor(n / COLOURS.length) % DASHES.length],
      stepped: Boolean(line.own),
      pointRadius: 3.5,
      tension: 0,
    };
  });
}

function dayName(days, length) {
  return new Date(days * DAY).toISOString().slice(0, length);
}

function options(data, rtl) {
  const ink = colour("ink-2");
  return {
    animation: false,
    maintainAspectRatio: false,
    locale: "en",
    interaction: { mode: "nearest", intersect: false },
    scales: {
      x: {
        type: "linear",
        reverse: rtl,
        grid: { display: false },
        border: { color: colour("line-strong") },
        ticks: { color: ink, maxRotation: 0, autoSkipPadding: 14, callback: (value) => dayName(value, data.months ? 7 : 10) },
      },
      y: {
        position: rtl ? "right" : "left",
        beginAtZero: true,
        title: { display: true, text: data.unit, color: ink },
        grid: { color: colour("line") },
        border: { display: false },
        ticks: { color: ink, maxTicksLimit: 6 },
      },
    },
    plugins: {
      legend: { rtl, textDirection: rtl ? "rtl" : "ltr", labels: { color: ink, boxWidth: 14, boxHeight: 2 } },
      tooltip: {
        rtl,
        textDirection: rtl ? "rtl" : "ltr",
        callbacks: { title: (items) => (items.length ? dayName(items[0].parsed.x, data.months ? 7 : 10) : "") },
      },
    },
  };
}

async function draw(box) {
  const data = JSON.parse(document.getElementById(box.dataset.curve).textContent);
  const rtl = document.documentElement.dir === "rtl";
  box.hidden = false;
  await document.fonts.load("12px Vazirmatn", data.unit).catch(() => []);
  window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  window.Chart.defaults.font.size = 12;
  const chart = new window.Chart(box.querySelector("canvas"), {
    type: "line",
    data: { datasets: datasets(data) },
    options: options(data, rtl),
  });
  box.dataset.drawn = "yes";
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    chart.data.datasets = datasets(data);
    chart.options = options(data, rtl);
    chart.update();
  });
}

if (window.Chart) document.querySelectorAll("[data-curve]").forEach(draw);
