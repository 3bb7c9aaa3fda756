/*
 * The course of an episode: one panel for each series, all over the same sessions. What was
 * expected is a band, the cut-off a line, an alert a symbol. The session under the pointer, or the
 * one chosen with the arrow keys, is read out in words above the chart.
 */

const TALL = 250;
const LOW = 150;
const GAP = 44;
const TOP = 34;
const BOTTOM = 46;

const SYMBOLS = {
  RED: 'path://M8 0 16 8 8 16 0 8Z',
  AMBER: 'path://M8 0 16 14H0Z',
  RECOVERING: 'path://M8 0 15 8H10.5V15H5.5V8H1Z',
  REPAIRED: 'path://M1 8.5 3.5 6 6.5 9.2 13.5 1.5 15.8 4 6.5 14Z',
  UNREPAIRED: 'path://M8 15 1 7H5.5V0H10.5V7H15Z',
};

/** A chart in its place; {@code load} fetches the episode and draws it. */
export function chartOf(place, { readout, choices }) {
  const lang = document.documentElement.lang;
  const points = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' });
  const hint = readout.firstElementChild;
  let chart;
  let episode;
  let panels = [];
  let chosen = -1;

  const shownIds = () => [...choices.querySelectorAll('input:checked')].map((input) => input.value);
  const nameOf = (id) => {
    const input = [...choices.querySelectorAll('input')].find((each) => each.value === id);
    return input ? input.parentElement.textContent.trim().replace(/\s+/g, ' ') : id;
  };

  async function load() {
    const address = `/v1/episodes/${encodeURIComponent(place.dataset.episode)}`;
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      if (!answer.ok || !window.echarts) {
        throw new Error('no chart');
      }
      episode = await answer.json();
      draw();
    } catch {
      if (!chart) {
        place.textContent = place.dataset.missing;
      }
    }
  }

  function draw() {
    const shown = shownIds();
    panels = episode.series
      .map((series) => ({ id: `${series.instrument}/${series.rater.perspective}/${series.rater.id}`, series }))
      .filter(({ id }) => shown.includes(id))
      .sort((one, other) => shown.indexOf(one.id) - shown.indexOf(other.id));
    let top = TOP;
    for (const [index, panel] of panels.entries()) {
      panel.top = top;
      panel.height = index === 0 ? TALL : LOW;
      top += panel.height + GAP;
    }
    place.style.height = `${Math.max(top - GAP + BOTTOM, 120)}px`;
    chart ??= begin();
    chart.resize();
    chart.setOption(optionOf(), { notMerge: true });
    tell();
  }

  function begin() {
    const created = window.echarts.init(place, null, { renderer: 'svg' });
    created.getZr().on('mousemove', (event) => choose(indexAt(event.offsetX, event.offsetY)));
    created.getZr().on('click', (event) => choose(indexAt(event.offsetX, event.offsetY)));
    created.getZr().on('globalout', () => document.activeElement !== place && choose(-1));
    new ResizeObserver(() => episode && created.resize()).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    return created;
  }

  function indexAt(x, y) {
    if (!panels.length) {
      return -1;
    }
    const [index] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
    return Math.min(Math.max(Math.round(index), 0), episode.sessions.length - 1);
  }

  function choose(index) {
    if (index === chosen) {
      return;
    }
    chosen = index;
    chart.setOption({ series: panels.map((_, at) => pointer(at)) });
    tell();
  }

  function tell() {
    const session = episode.sessions[chosen];
    if (!session) {
      readout.replaceChildren(hint);
      return;
    }
    const title = document.createElement('strong');
    title.textContent = `${place.dataset.labelSession} ${session.number ?? '–'} · ${dates.format(new Date(session.heldAt))}`;
    readout.replaceChildren(title, ...panels.flatMap((panel) => valueAt(panel, session)), ...signsAt(session));
  }

  function valueAt({ id, series }, session) {
    const point = pointAt(series, session);
    if (!point) {
      return [];
    }
    const total = point.total == null ? stateAt(session, id) : points.format(point.total);
    const expected =
      point.expected == null
        ? ''
        : ` (${place.dataset.labelExpected.toLowerCase()} ${points.format(point.expected)} ± ${points.format(point.deviation)})`;
    return [text(`${nameOf(id)} ${total}${expected}`)];
  }

  /** The words of the table's row, which are in the reader's language. */
  function rowOf(session) {
    return document.querySelector(`tr[data-session="${CSS.escape(session.id)}"]`);
  }

  function stateAt(session, id) {
    return rowOf(session)?.querySelector(`td[data-series="${CSS.escape(id)}"]`)?.textContent.trim() ?? '–';
  }

  function signsAt(session) {
    const signs = rowOf(session)?.querySelectorAll('.badge, .prompt') ?? [];
    return [...signs].map((sign) => text(sign.textContent.trim().replace(/\s+/g, ' ')));
  }

  function text(words) {
    const span = document.createElement('span');
    span.textContent = words;
    return span;
  }

  function pointAt(series, session) {
    return series.points.find((point) => point.session.id === session.id);
  }

  function optionOf() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const categories = episode.sessions.map((session) => (session.status === 'HELD' ? String(session.number ?? '·') : '×'));
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: panels.map((panel) => ({ left: 40, right: 34, top: panel.top, height: panel.height })),
      xAxis: panels.map((_, at) => xAxis(at, categories, colour)),
      yAxis: panels.map((panel, at) => yAxis(panel, at, colour)),
      series: panels.flatMap((panel, at) => seriesOf(panel, at, colour)),
    };
  }

  function xAxis(at, categories, colour) {
    const last = at === panels.length - 1;
    return {
      gridIndex: at,
      type: 'category',
      data: categories,
      name: last ? place.dataset.labelSession : '',
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: colour('ink-soft'), fontSize: 12 },
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: colour('line') } },
      axisLabel: { show: last, color: colour('ink-soft'), fontSize: 12, hideOverlap: true },
    };
  }

  function yAxis(panel, at, colour) {
    const [low, high] = rangeOf(panel.series, at);
    return {
      gridIndex: at,
      type: 'value',
      min: low,
      max: high,
      interval: stepOf(at),
      name: low > (panel.series.min ?? low) ? `${nameOf(panel.id)} (${place.dataset.labelScale} ${low})` : nameOf(panel.id),
      nameGap: 14,
      nameTextStyle: { color: colour('ink'), fontSize: 13, fontWeight: 600, align: 'left', padding: [0, 0, 0, -34] },
      axisLabel: { color: colour('ink-soft'), fontSize: 12, showMaxLabel: high % stepOf(at) === 0 },
      splitLine: { lineStyle: { color: colour('chart-grid') } },
    };
  }

  const stepOf = (at) => (at === 0 ? 5 : 10);

  /** From below everything that is drawn up to the highest total there can be. */
  function rangeOf(series, at) {
    const step = stepOf(at);
    const drawn = series.points.flatMap((point) =>
      [point.total, point.expected == null ? null : point.expected - point.deviation].filter((value) => value != null),
    );
    const values = series.cutoff == null ? drawn : [...drawn, series.cutoff];
    const lowest = Math.floor((Math.min(...values) - 3) / step) * step;
    const low = Number.isFinite(lowest) ? Math.max(series.min ?? lowest, lowest) : (series.min ?? 0);
    return [low, series.max ?? Math.ceil((Math.max(...values) + 1) / step) * step];
  }

  function seriesOf(panel, at, colour) {
    const [low, high] = rangeOf(panel.series, at);
    const within = (value) => Math.min(Math.max(value, low), high);
    const along = (value) => bridged(episode.sessions.map((session) => pointAt(panel.series, session)), value);
    const banded = (value) => (point) => (point.expected == null ? null : value(point));
    const base = { type: 'line', xAxisIndex: at, yAxisIndex: at, silent: true, connectNulls: false, symbol: 'none' };
    return [
      pointer(at, colour),
      {
        ...base,
        stack: `band-${at}`,
        stackStrategy: 'all',
        lineStyle: { opacity: 0 },
        data: along(banded((point) => within(point.expected - point.deviation))),
      },
      {
        ...base,
        stack: `band-${at}`,
        stackStrategy: 'all',
        lineStyle: { opacity: 0 },
        areaStyle: { color: colour('chart-band'), opacity: 0.75 },
        data: along(banded((point) => within(point.expected + point.deviation) - within(point.expected - point.deviation))),
      },
      {
        ...base,
        lineStyle: { color: colour('chart-expected'), width: 1.5, type: [4, 4] },
        data: along(banded((point) => within(point.expected))),
      },
      {
        ...base,
        z: 4,
        symbol: 'circle',
        symbolSize: episode.sessions.length > 40 ? 4 : 8,
        showAllSymbol: true,
        lineStyle: { color: colour('chart-line'), width: 2.25 },
        itemStyle: { color: colour('chart-line') },
        data: along((point) => point.total),
        markLine: cutoffLine(panel.series, colour),
      },
      marksOf(panel, at, base, colour, low),
    ];
  }

  /** Values along the sessions; a session without any rating is bridged, one without a score is a gap. */
  function bridged(along, value) {
    const known = along.flatMap((point, index) => (point ? [index] : []));
    return along.map((point, index) => {
      if (point) {
        return value(point);
      }
      const before = known.findLast((other) => other < index);
      const after = known.find((other) => other > index);
      if (before === undefined || after === undefined) {
        return null;
      }
      const [from, to] = [value(along[before]), value(along[after])];
      const share = (index - before) / (after - before);
      return from == null || to == null ? null : { value: from + share * (to - from), symbol: 'none' };
    });
  }

  function pointer(at, colour) {
    const data = chosen < 0 ? [] : [{ xAxis: chosen }];
    const style = colour ? { lineStyle: { color: colour('line-strong'), type: 'solid', width: 1 } } : {};
    return {
      id: `pointer-${at}`,
      type: 'line',
      xAxisIndex: at,
      yAxisIndex: at,
      data: [],
      silent: true,
      markLine: { animation: false, silent: true, symbol: 'none', label: { show: false }, ...style, data },
    };
  }

  function cutoffLine(series, colour) {
    return {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colour('chart-cutoff'), width: 1.25, type: [5, 4] },
      label: { formatter: ({ value }) => String(value), position: 'end', color: colour('chart-cutoff'), fontSize: 12 },
      data: series.cutoff == null ? [] : [{ yAxis: series.cutoff }],
    };
  }

  function marksOf(panel, at, base, colour, low) {
    const own = ({ instrument, rater }) =>
      instrument === panel.series.instrument && rater.perspective === panel.series.rater.perspective && rater.id === panel.series.rater.id;
    const indexOf = (ref) => episode.sessions.findIndex((session) => session.id === ref.id);
    const steps = episode.alerts
      .filter((alert) => own(alert) && alert.status !== 'RETRACTED')
      .flatMap((alert) => alert.steps.map((step) => ({ ...step, index: indexOf(step.session) })))
      .filter((step) => step.index >= 0)
      .map((step) => stepMark(step, pointAt(panel.series, episode.sessions[step.index])?.total ?? low, colour));
    const prompts = [...new Set(episode.marks.filter(own).filter((mark) => mark.status !== 'RETRACTED').map((mark) => indexOf(mark.openedAt)))]
      .filter((index) => index >= 0)
      .map((index) => ({
        value: [index, low],
        symbol: 'circle',
        symbolSize: 7,
        symbolOffset: [0, -7],
        itemStyle: { color: colour('card'), borderColor: colour('ink-soft'), borderWidth: 1.5 },
      }));
    return { ...base, z: 6, clip: false, lineStyle: { opacity: 0 }, showAllSymbol: true, data: [...prompts, ...steps] };
  }

  function stepMark({ status, severity, index }, total, colour) {
    const good = status === 'REPAIRED' || status === 'PROBABLY_REPAIRED';
    const opened = status === 'OPEN';
    const symbol = opened ? SYMBOLS[severity] : good ? SYMBOLS.REPAIRED : (SYMBOLS[status] ?? SYMBOLS.RECOVERING);
    const warning = severity === 'RED' ? 'strong' : 'sign';
    return {
      value: [index, total],
      symbol,
      symbolSize: opened ? 17 : 14,
      symbolOffset: [0, opened || status === 'UNREPAIRED' ? 20 : -20],
      itemStyle: { color: colour(good ? 'good' : status === 'RECOVERING' ? 'ink-soft' : warning) },
    };
  }

  place.addEventListener('keydown', (event) => {
    const last = (episode?.sessions.length ?? 0) - 1;
    const next = { ArrowLeft: Math.max(chosen < 0 ? last : chosen - 1, 0), ArrowRight: Math.min(chosen + 1, last), Home: 0, End: last, Escape: -1 }[event.key];
    if (next !== undefined && chart) {
      event.preventDefault();
      choose(next);
    }
  });
  place.addEventListener('blur', () => chart && choose(-1));
  choices.addEventListener('change', () => episode && draw());

  return { load };
}
