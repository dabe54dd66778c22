'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const marks = [...document.querySelectorAll('main mark')];
  const form = document.getElementById('filters');
  const panel = document.getElementById('detail');
  let chosen = null;

  // el makes an element; texts are set as text, never as markup.
  const el = (name, text, ...children) => {
    const e = document.createElement(name);
    if (text !== null) e.textContent = text;
    e.append(...children);
    return e;
  };
  const says = (key) => data.says[key];
  const metric = (code) => {
    const name = data.metrics[code];
    return name && name !== code.replaceAll('_', ' ') ? code + ' ' + name : code;
  };
  const shownValue = (name, value) => name === 'metric' && value ? metric(value) : value;

  function fieldTable(fact) {
    const head = el('tr', null, el('th', ''), el('th', says('gold')), el('th', says('found')));
    const table = el('table', null, el('thead', null, head));
    const body = table.createTBody();
    for (const [name, gold, found, differs] of fact.f) {
      const label = el('th', data.fields[name] || name);
      label.scope = 'row';
      const row = el('tr', null, label, el('td', fact.g ? shownValue(name, gold) : ''), el('td', fact.p ? shownValue(name, found) : ''));
      if (differs) {
        row.className = 'differs';
        row.title = says('differs');
      }
      body.append(row);
    }
    if (!fact.g) head.cells[1].textContent += ' — ' + says('none');
    if (!fact.p) head.cells[2].textContent += ' — ' + says('none');
    return table;
  }

  function trace(fact) {
    const parts = [];
    if (!fact.p) return parts;
    const marked = (fact.f.find((f) => f[0] === 'metric') || [])[1];
    const accepted = fact.g ? [marked, ...(fact.alt || [])] : [];
    parts.push(el('h3', says('rule')));
    const taken = el('p', fact.r ? '' : says('noRule'));
    if (fact.r) taken.append(el('b', fact.r), ' ' + (data.rules[fact.r] || says(fact.r) || ''));
    parts.push(taken);
    const own = fact.a.find((a) => a[0] === fact.r);
    const got = (fact.f.find((f) => f[0] === 'metric') || [])[2];
    if (own && own[1] !== got) parts.push(el('p', says('changed').replace('%s', metric(own[1]))));
    const late = fact.a.slice(fact.a.findIndex((a) => a[0] === fact.r) + 1);
    if (late.length && fact.r !== 'state') {
      const list = el('ol', null);
      for (const [rule, code] of late) {
        const item = el('li', rule + ' → ' + metric(code));
        item.title = data.rules[rule] || '';
        if (accepted.includes(code)) item.append(el('b', ' ✓ ' + says('agrees')));
        list.append(item);
      }
      parts.push(el('h3', says('late')), list);
    }
    return parts;
  }

  function show(mark) {
    if (chosen) chosen.classList.remove('chosen');
    chosen = mark;
    mark.classList.add('chosen');
    const fact = data.facts[Number(mark.id.slice(1))];
    const tag = el('span', says('class ' + fact.c));
    tag.className = 'f ' + fact.c;
    tag.dataset.tag = mark.dataset.tag;
    panel.replaceChildren(el('h2', null, tag, ' ', el('small', fact.d)), fieldTable(fact));
    if (fact.alt) panel.append(el('p', says('alt') + ' ' + fact.alt.map(metric).join(', ')));
    panel.append(...trace(fact));
    panel.scrollTop = 0;
    try { history.replaceState(null, '', '#' + mark.id); } catch (e) { /* not allowed for some local files */ }
  }

  function filter() {
    const classes = new Set([...form.querySelectorAll('[name=class]:checked')].map((box) => box.value));
    const wantMetric = form.elements.metric.value, wantRule = form.elements.rule.value;
    let shown = 0;
    for (const m of marks) {
      const on = classes.has(m.dataset.class) && (!wantMetric || m.dataset.metric.split(' ').includes(wantMetric)) &&
        (!wantRule || m.dataset.rule === wantRule);
      m.classList.toggle('off', !on);
      m.tabIndex = on ? 0 : -1;
      on ? m.setAttribute('role', 'button') : m.removeAttribute('role');
      shown += on;
    }
    const narrowed = wantMetric || wantRule || classes.size < form.querySelectorAll('[name=class]').length;
    for (const r of document.querySelectorAll('.report')) {
      r.hidden = narrowed && !r.querySelector('mark:not(.off)') && !r.querySelector('.about');
    }
    document.getElementById('shown').textContent = says('shown').replace('%d', shown);
  }

  // move goes to the next error that is shown, or where only others are, to the next of them.
  function move(by) {
    const on = marks.filter((m) => !m.classList.contains('off'));
    const errors = on.filter((m) => !['right', 'optional'].includes(m.dataset.class));
    const list = errors.length ? errors : on;
    if (!list.length) return;
    let i = list.indexOf(chosen);
    if (i < 0 && chosen) {
      const after = list.findIndex((m) => chosen.compareDocumentPosition(m) & Node.DOCUMENT_POSITION_FOLLOWING);
      i = after < 0 ? list.length : by > 0 ? after - 1 : after;
    } else if (i < 0 && by < 0) {
      i = 0;
    }
    const to = list[(i + by + list.length) % list.length];
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'center' });
  }

  function check(wanted) {
    for (const box of form.querySelectorAll('[name=class]')) box.checked = wanted(box.value);
    filter();
  }

  const markOf = (e) => e.target.closest ? e.target.closest('main mark:not(.off)') : null;
  document.addEventListener('focusin', (e) => { const m = markOf(e); if (m) show(m); });
  document.addEventListener('click', (e) => { const m = markOf(e); if (m) show(m); });
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || ['SELECT', 'INPUT'].includes(e.target.tagName)) return;
    if (e.key === 'n') move(1);
    if (e.key === 'p') move(-1);
    if ((e.key === 'Enter' || e.key === ' ') && markOf(e)) { e.preventDefault(); show(markOf(e)); }
  });
  form.addEventListener('change', filter);
  form.addEventListener('submit', (e) => e.preventDefault());
  document.getElementById('errors').addEventListener('click', () => check((c) => !['right', 'optional'].includes(c)));
  document.getElementById('all').addEventListener('click', () => check(() => true));
  document.getElementById('next').addEventListener('click', () => move(1));
  document.getElementById('previous').addEventListener('click', () => move(-1));
  new ResizeObserver(() => document.documentElement.style.setProperty('--top', form.offsetHeight + 'px')).observe(form);
  filter();
  const first = document.getElementById(location.hash.slice(1));
  if (first && first.matches('main mark')) {
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'center' });
  }
})();
