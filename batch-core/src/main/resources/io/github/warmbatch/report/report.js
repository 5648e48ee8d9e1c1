'use strict';
(() => {
  const PAGE = 100;
  const data = JSON.parse(document.getElementById('data').textContent);
  const decisions = data.decisions;
  const absorbed = decisions.filter(d => d.kind === 'absorbed' && !d.abandoned);
  const head = data.head;
  const card = head && (head.holdOut || head.prequential);
  const source = head && (head.holdOut ? 'hold-out' : 'data set before learning it');

  // Text from the data is only ever set as text, never as markup.
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) made.setAttribute(name, '');
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined) made.append(child);
    }
    return made;
  }
  const put = (id, ...children) => document.getElementById(id).append(...children);
  const isNumber = value => typeof value === 'number';
  const whole = value => isNumber(value) ? value.toLocaleString('en').replace(/,/g, '\u202f') : '–';
  function short(value) {
    if (!isNumber(value)) return '–';
    if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(2);
    return value.toFixed(4);
  }
  const percent = value => isNumber(value) ? (100 * value).toFixed(2) + '\u00a0%' : '–';
  const time = text => text ? text.slice(0, 19).replace('T', ' ') : '–';

  /** A figure as people read it; all its digits are in the tooltip, and where programs find them. */
  function figure(name, value, print = short) {
    return element('span', {
      'data-figure': name, 'data-value': isNumber(value) ? String(value) : 'null', title: isNumber(value) ? String(value) : 'not defined'
    }, print(value));
  }
  const interval = scores => scores && isNumber(scores.low) ? `95\u00a0% of resamples: ${short(scores.low)} to ${short(scores.high)}` : null;

  function tile(name, value, ...beside) {
    return element('div', {class: 'tile'},
      element('div', {class: 'name'}, name),
      element('div', {class: 'value'}, value),
      ...beside.filter(Boolean).map(line => element('div', {class: 'beside'}, line)));
  }

  function summary() {
    if (!head) {
      put('summary', element('p', {class: 'empty'}, 'Nothing was learned yet.'));
      return;
    }
    const champion = data.champion;
    put('summary', tile('Head', figure('head', head.number, String), head.dataset, time(head.writtenAt) + ' UTC'),
      tile('Champion', champion ? figure('champion', champion.number, String) : '–', champion ? champion.reason : 'none yet'));
    for (const [key, name, scores] of [['holdOut', 'on the hold-out', head.holdOut], ['prequential', 'before learning', head.prequential]]) {
      if (scores) {
        put('summary', tile('Average precision ' + name, figure(key + '.averagePrecision', scores.averagePrecision),
          element('span', {}, 'guessing: ', figure(key + '.baseRate', scores.baseRate)), interval(scores)));
      }
    }
    const key = head.holdOut ? 'holdOut' : 'prequential';
    if (!card) return;
    put('summary',
      tile('Found among the first 100', figure(key + '.recallAt100', card.recallAt100, percent), element('span', {}, 'precision there: ', figure(key + '.precisionAt100', card.precisionAt100, percent))),
      tile(`Found among the first ${whole(card.positives)}`, figure(key + '.precisionAtPositives', card.precisionAtPositives, percent), 'as many rows as there are to find'),
      tile('ROC AUC', figure(key + '.rocAuc', card.rocAuc), 'guessing: 0.5'),
      tile('Calibration error', figure(key + '.expectedCalibrationError', card.expectedCalibrationError), element('span', {}, 'log loss: ', figure(key + '.logLoss', card.logLoss))),
      tile('Accuracy', figure(key + '.accuracy', card.accuracy, percent), element('span', {}, 'always the most frequent class: ', figure(key + '.majorityAccuracy', card.majorityAccuracy, percent))));
  }

  const charts = [];
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /** Draws now, and again when the width or the colours change. */
  function chart(id, height, values, options) {
    const box = document.getElementById(id);
    let plot = null;
    const draw = () => {
      const width = box.clientWidth;
      if (!width) return;
      if (plot) plot.destroy();
      plot = new uPlot({width, height: width < 500 ? Math.min(height, 250) : height, ...options()}, values, box);
    };
    draw();
    charts.push(draw);
    if (window.ResizeObserver) {
      let last = box.clientWidth;
      new ResizeObserver(() => {
        if (box.clientWidth !== last) {
          last = box.clientWidth;
          draw();
        }
      }).observe(box);
    }
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(draw => draw()));

  const axis = (label, more) => ({
    label, labelSize: 20, labelGap: 0, gap: 4, size: 30, labelFont: '12px system-ui, sans-serif', font: '12px system-ui, sans-serif', stroke: css('--soft'),
    grid: {stroke: css('--grid'), width: 1}, ticks: {stroke: css('--grid'), width: 1, size: 4}, ...more
  });
  const line = (label, color, more) => ({label, stroke: css(color), width: 2, points: {size: 6, fill: css(color)}, spanGaps: true, value: (u, v) => short(v), ...more});
  const unit = {range: () => [0, 1]};
  const empty = (id, text) => put(id, element('p', {class: 'empty'}, text));

  function historyChart() {
    if (!absorbed.some(d => d.prequential || d.holdOut)) {
      empty('history', 'No checkpoint was scored yet: the first data set has no model before it, and there is no hold-out.');
      return;
    }
    const shown = decisions.filter(d => d.kind === 'absorbed');
    const of = (wanted, scores, name) => shown.map(d => Boolean(d.abandoned) === wanted && d[scores] && isNumber(d[scores][name]) ? d[scores][name] : null);
    const values = [shown.map(d => d.number), of(false, 'holdOut', 'low'), of(false, 'holdOut', 'high'), of(false, 'prequential', 'baseRate'),
      of(false, 'holdOut', 'averagePrecision'), of(false, 'prequential', 'averagePrecision'), of(true, shown.some(d => d.holdOut) ? 'holdOut' : 'prequential', 'averagePrecision')];
    const has = index => values[index].some(isNumber);
    const first = values[0][0], last = values[0][values[0].length - 1];
    chart('history', 320, values, () => ({
      scales: {x: {time: false, range: (u, min, max) => [Math.max(min, first) - .5, Math.min(max, last) + .5]}, y: {range: (u, min, max) => [0, Math.min(1.02, Math.max(.05, max * 1.08))]}},
      axes: [axis('checkpoint', {incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000], space: 60}), axis('average precision', {size: 54})],
      cursor: {points: {size: 8}, drag: {x: true, y: false}},
      bands: [{series: [2, 1], fill: css('--band')}],
      series: [{label: 'Checkpoint', value: (u, v) => isNumber(v) ? String(v) : '–'},
        line('95 % from', '--band', {width: 0, points: {show: false}, show: has(1)}),
        line('to', '--band', {width: 0, points: {show: false}, show: has(2)}),
        line('Base rate', '--base', {dash: [5, 5], width: 1.5, points: {show: false}, show: has(3)}),
        line('Hold-out', '--hold-out', {show: has(4)}),
        line('Before learning', '--before', {show: has(5)}),
        line('Abandoned', '--abandoned', {width: 0, paths: () => null, points: {show: true, size: 7, stroke: css('--abandoned'), fill: css('--card')}, show: has(6)})],
      hooks: {drawAxes: [markChampion], ready: [hideUnused]}
    }));
  }

  /** Series without a value stay out of the legend. */
  function hideUnused(plot) {
    const rows = plot.root.querySelectorAll('.u-series');
    plot.series.forEach((series, index) => {
      const isEmpty = index > 0 && !plot.data[index].some(isNumber);
      if (rows[index] && isEmpty) rows[index].hidden = true;
    });
  }

  function markChampion(plot) {
    const champion = data.champion && data.champion.number;
    const {min, max} = plot.scales.x;
    if (!champion || champion < min || champion > max) return;
    const x = Math.round(plot.valToPos(champion, 'x', true));
    const {top, left, width, height} = plot.bbox;
    const ratio = devicePixelRatio || 1;
    const context = plot.ctx;
    context.save();
    context.strokeStyle = context.fillStyle = css('--champion');
    context.lineWidth = 1.5 * ratio;
    context.setLineDash([3 * ratio, 3 * ratio]);
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, top + height);
    context.stroke();
    context.font = `600 ${12 * ratio}px system-ui, sans-serif`;
    const isRight = x > left + width / 2;
    context.textAlign = isRight ? 'right' : 'left';
    context.fillText(`champion ${champion}`, x + (isRight ? -6 : 6) * ratio, top + 14 * ratio);
    context.restore();
  }

  /** Columns of both scorecards over one axis; uPlot joins them. */
  function cards(points) {
    const tables = [], names = [];
    for (const [name, color, scores] of [['Hold-out', '--hold-out', head && head.holdOut], ['Before learning', '--before', head && head.prequential]]) {
      const table = scores ? points(scores) : [];
      if (table.length) {
        tables.push([table.map(p => p.x), table.map(p => p.y)]);
        names.push([name, color, scores]);
      }
    }
    return {names, values: tables.length ? uPlot.join(tables) : null};
  }

  function curveChart() {
    const {names, values} = cards(scores => (scores.curve || []).map(p => ({x: p.recall, y: p.precision})));
    if (!values) {
      empty('curve', 'No curve: there is no row to be found in what was scored, or an older version wrote this checkpoint.');
      return;
    }
    const base = card && isNumber(card.baseRate) ? card.baseRate : null;
    const all = uPlot.join([values, [[0, 1], [base, base]]]);
    chart('curve', 300, all, () => ({
      scales: {x: {time: false, ...unit}, y: {range: () => [0, 1.02]}},
      axes: [axis('recall'), axis('precision', {size: 50})],
      series: [{label: 'Recall', value: (u, v) => short(v)},
        ...names.map(([name, color]) => line(name, color, {paths: uPlot.paths.stepped({align: -1}), points: {size: 4, fill: css(color)}})),
        line('Guessing', '--base', {dash: [5, 5], width: 1.5, points: {show: false}})]
    }));
    for (const [name, , scores] of names) {
      put('curve-figures', element('h3', {}, name), table(['rows', 'recall', 'precision'],
        scores.curve.map(p => element('tr', {}, cell(whole(p.rows)), cell(short(p.recall)), cell(short(p.precision)))), 3));
    }
  }

  function calibrationChart() {
    const {names, values} = cards(scores => (scores.calibration || []).map(b => ({x: b.predicted, y: b.observed})));
    if (!values) {
      empty('calibration', 'No calibration: an older version wrote this checkpoint, or nothing was scored.');
      return;
    }
    const all = uPlot.join([values, [[0, 1], [0, 1]]]);
    chart('calibration', 300, all, () => ({
      scales: {x: {time: false, range: () => [-.01, 1.01]}, y: {range: () => [-.01, 1.02]}},
      axes: [axis('mean score'), axis('share that came true', {size: 50})],
      series: [{label: 'Score', value: (u, v) => short(v)}, ...names.map(([name, color]) => line(name, color, {width: 1, points: {show: true, size: 8, fill: css(color)}})),
        line('Ideal', '--base', {dash: [5, 5], width: 1.5, points: {show: false}})]
    }));
    for (const [name, , scores] of names) {
      put('calibration-figures', element('h3', {}, name), table(['rows', 'mean score', 'came true'],
        scores.calibration.map(b => element('tr', {}, cell(whole(b.rows)), cell(short(b.predicted)), cell(short(b.observed)))), 3));
    }
  }

  const cell = (content, more) => element('td', {class: 'number', ...more}, content);
  const textCell = (content, more) => element('td', {class: 'text', ...more}, ...[content].flat());
  function table(headings, rows, firstNumber = 0) {
    return element('table', {}, element('thead', {}, element('tr', {}, headings.map((h, i) => element('th', {class: firstNumber && i < firstNumber ? 'number' : h.startsWith('#') ? 'number' : null}, h.replace(/^#/, ''))))),
      element('tbody', {}, rows));
  }

  function confusion() {
    if (!card) {
      empty('confusion', 'Nothing was scored yet.');
      empty('recalls', 'Nothing was scored yet.');
      return;
    }
    put('confusion-note', `Rows of the ${source}: true classes down, predicted classes across.`);
    const matrix = element('table', {class: 'matrix'}, element('tr', {}, element('th', {}, 'true \\ predicted'), card.classes.map(name => element('th', {title: name}, name))));
    card.confusion.forEach((counts, actual) => {
      const all = counts.reduce((sum, count) => sum + count, 0);
      matrix.append(element('tr', {}, element('th', {title: card.classes[actual]}, card.classes[actual]), counts.map((count, predicted) => {
        const made = element('td', {class: actual === predicted ? 'right' : null, 'data-figure': `confusion.${actual}.${predicted}`, 'data-value': count}, whole(count));
        made.style.backgroundColor = `rgba(${css('--heat')}, ${all ? .42 * count / all : 0})`;
        return made;
      })));
    });
    put('confusion', matrix);
    put('recalls', bars(card.classes.map((name, label) => ({name, share: card.recalls[label], value: figure('recall.' + label, card.recalls[label], percent)}))));
  }

  function bars(items) {
    return element('div', {class: 'bars'}, items.map(({name, share, value}) => {
      const fill = element('div', {class: 'fill'});
      fill.style.width = `${100 * Math.max(0, Math.min(1, share || 0))}%`;
      return [element('div', {class: 'name'}, name), element('div', {class: 'track'}, fill), element('div', {class: 'value'}, value)];
    }));
  }

  function importance() {
    const found = data.importance;
    if (!found) return;
    document.getElementById('importance-section').hidden = false;
    put('importance-note', `How much average precision falls when one column's values are shuffled among ${whole(found.rows)} rows of the ${found.source}, measured at number ${found.number}, where it is ${short(found.averagePrecision)} as they are. Columns that say the same share their weight between them.`);
    const most = Math.max(1e-12, ...found.columns.map(c => c.drop));
    put('importance', bars(found.columns.map(c => ({name: c.name, share: c.drop / most, value: figure('importance.' + c.name, c.drop)}))));
  }

  /** Rows come as they are asked for: ten thousand at once would hold the page up. */
  function lazy(id, headings, items, row) {
    const box = document.getElementById(id);
    box.replaceChildren();
    if (!items.length) {
      box.append(element('p', {class: 'empty'}, 'None.'));
      return;
    }
    const made = table(headings, []);
    const body = made.querySelector('tbody');
    const more = element('button', {type: 'button'});
    let shown = 0;
    const grow = () => {
      const next = items.slice(shown, shown + PAGE);
      body.append(...next.map(row));
      shown += next.length;
      more.hidden = shown === items.length;
      more.textContent = `Show ${whole(Math.min(PAGE, items.length - shown))} more of ${whole(items.length - shown)}`;
    };
    more.addEventListener('click', grow);
    grow();
    box.append(made, more);
  }

  const score = (d, name) => d[name] ? figure(`${d.number}.${name}.averagePrecision`, d[name].averagePrecision) : '–';
  function lineageRow(d) {
    const isChampion = data.champion && data.champion.number === d.number;
    const what = [element('span', {class: 'badge ' + d.kind}, d.kind), d.abandoned ? element('span', {class: 'badge abandoned'}, 'abandoned') : null, isChampion ? element('span', {class: 'badge champion'}, 'champion') : null,
      d.drift ? element('span', {class: 'badge drift', title: d.drift.map(f => f.name).join(', ')}, 'drift') : null];
    const told = d.kind === 'back-to' ? `to number ${d.parent}; abandons ${d.abandons.join(', ')}; jobs: ${d.disposition}` : d.dataset;
    return element('tr', {class: d.abandoned ? 'abandoned' : null, 'data-number': d.number}, cell(String(d.number)), element('td', {}, what),
      textCell([element('span', {class: d.abandoned ? 'struck' : null}, told), d.reason ? element('span', {class: 'reason'}, d.reason) : null]),
      cell(score(d, 'prequential')), cell(score(d, 'holdOut')), element('td', {}, time(d.writtenAt)));
  }

  function lineage() {
    const kinds = [['all decisions', () => true], ['checkpoints that stand', d => d.kind === 'absorbed' && !d.abandoned], ['dead jobs', d => d.kind === 'dead'],
      ['going back', d => d.kind === 'back-to'], ['abandoned', d => d.abandoned]];
    const select = document.getElementById('lineage-filter');
    kinds.forEach(([name, test], index) => select.append(element('option', {value: index}, `${name} (${whole(decisions.filter(test).length)})`)));
    const newest = decisions.slice().reverse();
    const show = () => lazy('lineage', ['#no.', 'decision', 'data set, reason', '#AP before', '#AP hold-out', 'written (UTC)'], newest.filter(kinds[select.value || 0][1]), lineageRow);
    select.addEventListener('change', show);
    show();
    put('lineage-note', 'All decisions, newest first, each taken once and kept for ever; what was abandoned is struck out and no part of the model.');
  }

  function drift() {
    const found = absorbed.slice().reverse().flatMap(d => (d.drift || []).map(f => ({d, f})));
    lazy('drift', ['#no.', 'data set', 'column or score', 'evidence', 'test', '#statistic', '#alarm above'], found, ({d, f}) =>
      element('tr', {'data-drift': d.number}, cell(String(d.number)), textCell(d.dataset), textCell(f.name), textCell(f.evidence), element('td', {}, f.test),
        cell(figure(`${d.number}.drift.${f.name}`, f.statistic)), cell(figure(`${d.number}.drift-threshold.${f.name}`, f.threshold))));
  }

  function datasets() {
    lazy('datasets', ['#no.', 'data set', '#rows', '#to be found', '#share', '#read', '#scored', '#trained', '#state bytes', 'SHA-256'], absorbed.slice().reverse(), d => {
      const positives = d.prequential ? d.prequential.positives : null;
      return element('tr', {}, cell(String(d.number)), textCell(d.dataset), cell(figure(d.number + '.rows', d.rows, whole)), cell(whole(positives)), cell(isNumber(positives) ? percent(positives / d.rows) : '–'),
        ...d.millis.map(ms => cell(whole(Math.round(ms)))), cell(whole(d.stateBytes)), element('td', {class: 'digest', title: d.sha256}, d.sha256.slice(0, 16) + '…'));
    });
  }

  function binding() {
    const bound = data.binding;
    if (!bound) {
      empty('binding', 'Nothing yet.');
      return;
    }
    put('subject', `Finds ${bound.positives.length ? bound.positives.join(', ') : 'every class but the first'} in ${bound.label}`);
    const list = element('dl');
    for (const [name, value] of [['Label', bound.label], ['Classes', bound.classes.join(', ')], ['Trainer', `${bound.trainer}, state version ${bound.trainerVersion}`],
      ['Options', Object.entries(bound.options).map(([k, v]) => `${k}=${v}`).join(', ')], ['Features', bound.features.join(', ')],
      ['Ignored', bound.ignored.join(', ')],
      ['Left out as identifiers', (bound.identifiers || []).join(', ')], ['Entities', bound.entities.join(', ')], ['Seed', String(bound.seed)]]) {
      list.append(element('dt', {}, name), element('dd', {}, value || 'none'));
    }
    put('binding', list);
  }

  summary();
  binding();
  historyChart();
  curveChart();
  calibrationChart();
  confusion();
  importance();
  lineage();
  drift();
  datasets();
  put('footer', `A view of the manifests in lineage/, which are the truth. ${decisions.length ? `As of number ${decisions[decisions.length - 1].number}, ${time(decisions[decisions.length - 1].writtenAt)} UTC.` : ''}`);
  document.documentElement.setAttribute('data-ready', '');
})();
