// Draws the stacked bars from the page's JSON. Colours come from the style sheet, the direction from <html dir>.
const box = document.querySelector("[data-chart]");

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function faded(hex) {
  return `${hex}59`;
}

function datasets(data) {
  return data.families.map((family) => ({
    label: family.label,
    data: family.counts,
    backgroundColor: data.on.map((on) => (on ? colour(family.key) : faded(colour(family.key)))),
    hoverBackgroundColor: colour(family.key),
    maxBarThickness: 34,
    borderColor: colour("surface"),
    borderWidth: { top: 1, right: 0, bottom: 0, left: 0 },
    borderSkipped: false,
  }));
}

// A month's axis label: its name, and below it the year where the year begins.
function axisLabels(data) {
  return data.labels.map((label, n) => {
    const [year] = label.match(/\d+$/);
    const month = label.slice(0, -year.length - 1);
    return n === 0 || !data.labels[n - 1].endsWith(year) ? [month, year] : [month];
  });
}

function options(data, rtl) {
  const ink = colour("ink-2");
  const side = rtl ? "right" : "left";
  return {
    animation: false,
    maintainAspectRatio: false,
    locale: "en",
    interaction: { mode: "index", intersect: false },
    scales: {
      x: {
        stacked: true,
        reverse: rtl,
        grid: { display: false },
        border: { color: colour("line-strong") },
        ticks: { color: ink, maxRotation: 0, autoSkipPadding: 10 },
      },
      y: {
        stacked: true,
        position: side,
        beginAtZero: true,
        grid: { color: colour("line") },
        border: { display: false },
        ticks: { color: ink, precision: 0, maxTicksLimit: 6 },
      },
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        rtl,
        textDirection: rtl ? "rtl" : "ltr",
        filter: (item) => item.raw > 0,
        itemSort: (a, b) => b.datasetIndex - a.datasetIndex,
        callbacks: {
          title: (items) => (items.length ? data.names[items[0].dataIndex] : ""),
          footer: (items) => `${data.total}: ${items.reduce((sum, item) => sum + item.raw, 0)}`,
        },
      },
    },
    onHover: (event, hit) => {
      event.native.target.style.cursor = hit.length ? "pointer" : "default";
    },
    onClick: (event, hit) => {
      if (hit.length) window.location.assign(data.urls[hit[0].index]);
    },
  };
}

async function draw() {
  const data = JSON.parse(document.getElementById(box.dataset.chart).textContent);
  const rtl = document.documentElement.dir === "rtl";
  box.hidden = false;
  await document.fonts.load("12px Vazirmatn", data.labels[0]).catch(() => []);
  window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  window.Chart.defaults.font.size = 12;
  const canvas = box.querySelector("canvas");
  const chart = new window.Chart(canvas, {
    type: "bar",
    data: { labels: axisLabels(data), datasets: datasets(data) },
    options: options(data, rtl),
  });
  box.dataset.drawn = "yes";
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    chart.data.datasets = datasets(data);
    chart.options = options(data, rtl);
    chart.update();
  });
}

if (box && window.Chart) draw();
