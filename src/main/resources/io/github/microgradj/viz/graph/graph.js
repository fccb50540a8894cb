(function () {
  const graph = JSON.parse(byId('graph').textContent);
  const svg = document.querySelector('#picture svg');
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const forward = graph.nodes.filter(node => node.symbol !== undefined);
  const last = forward.length + (forward.length ? 1 + graph.backward.length : 0);
  const letters = ['a', 'b'];
  let shown = null; // the node whose details are in the panel

  // The state after a step: which nodes have data, and each node's gradient so far.

  function stateAt(step) {
    const known = new Set(graph.nodes.filter(node => node.symbol === undefined).map(node => node.id));
    forward.slice(0, step).forEach(node => known.add(node.id));
    const gradients = new Map();
    const root = nodes.get(graph.root);
    if (step > forward.length) gradients.set(root.id, { sum: graph.one, exact: '1.0', shade: 1 });
    const done = Math.max(0, step - forward.length - 1);
    graph.backward.slice(0, done).forEach(back => back.terms.forEach(term => gradients.set(term.to, term)));
    return { known, gradients, done };
  }

  function show(step) {
    const state = stateAt(step);
    graph.nodes.forEach(node => paint(node, state));
    const back = step > forward.length + 1 ? graph.backward[state.done - 1] : null;
    const active = back ? back.node : step === forward.length + 1 ? graph.root : step > 0 ? forward[step - 1].id : null;
    highlight(active, back);
    if (active) follow([active].concat(nodes.get(active).operands || []));
    explain(step, active, back);
    if (shown) details(shown);
  }

  function paint(node, state) {
    const box = byId(node.id);
    const known = state.known.has(node.id);
    const gradient = state.gradients.get(node.id) || { sum: graph.zero, exact: '0.0', shade: 0 };
    const place = (role, text) => { const t = box.querySelector('text.' + role); if (t) t.textContent = text; };
    place('data', 'data ' + (known ? node.data : '?'));
    place('grad', 'grad ' + gradient.sum);
    box.dataset.data = known ? node.exact : '';
    box.dataset.grad = gradient.exact;
    const shade = box.querySelector('.shade');
    if (shade) shade.setAttribute('fill-opacity', 0.6 * gradient.shade);
    box.classList.toggle('future', !known);
    const operation = byId(node.id + 'op');
    if (operation) operation.classList.toggle('future', !known);
    document.querySelectorAll('.edge[data-to="' + node.id + 'op"], .edge[data-to="' + node.id + '"]')
      .forEach(edge => edge.classList.toggle('future', !known));
  }

  function highlight(active, back) {
    document.querySelectorAll('.active, .flow').forEach(element => element.classList.remove('active', 'flow'));
    if (!active) return;
    [active, active + 'op'].map(byId).filter(Boolean).forEach(element => element.classList.add('active'));
    if (back) back.terms.forEach(term => byId(term.to).classList.add('active'));
    document.querySelectorAll('.edge[data-to="' + active + 'op"], .edge[data-from="' + active + 'op"]')
      .forEach(edge => edge.classList.add('flow'));
  }

  // Explains a step in words and numbers.

  function explain(step, active, back) {
    const node = active && nodes.get(active);
    const title = byId('title');
    const lines = [];
    if (!node) {
      title.textContent = forward.length ? 'Step 0 of ' + last + ': only the leaves have data' : 'A leaf: there is nothing to compute';
    } else if (step <= forward.length) {
      title.textContent = 'Forward ' + step + ' of ' + forward.length + ': ' + node.name + ' = ' + written(node);
      node.operands.forEach((id, i) => lines.push({ text: letters[i] + ' = ' + nodes.get(id).name + ' = ' + nodes.get(id).data }));
      lines.push({ text: node.name + '.data = ' + node.formula + ' = ' + node.data });
    } else if (!back) {
      title.textContent = 'Backward begins at ' + node.name;
      lines.push({ text: '\u2202' + node.name + '/\u2202' + node.name + ' = 1, so ' + node.name + '.grad = ' + graph.one });
    } else {
      title.textContent = 'Backward ' + (step - forward.length - 1) + ' of ' + graph.backward.length + ': '
        + node.name + ' = ' + written(node) + ' passes its gradient on';
      back.terms.forEach((term, i) => {
        const name = nodes.get(term.to).name;
        lines.push({
          to: term.to,
          exact: term.exact,
          text: name + '.grad += \u2202' + node.name + '/\u2202' + name + ' \u00d7 ' + node.name + '.grad = '
            + factor(named(node.derivatives[i], node)) + ' \u00d7 ' + node.name + '.grad = ' + term.local + ' \u00d7 ' + back.grad + ' = ' + term.product + ', so ' + name + '.grad = ' + term.sum
        });
      });
    }
    byId('lines').replaceChildren(...lines.map(line => {
      const item = document.createElement('li');
      item.textContent = line.text;
      if (line.to) { item.dataset.to = line.to; item.dataset.sum = line.exact; }
      return item;
    }));
  }

  /** A formula with the names of a node and its operands in place of the letters. */
  function named(formula, node) {
    return formula.replace(/\b[aby]\b/g, letter => letter === 'y' ? node.name : nodes.get(node.operands[letters.indexOf(letter)]).name);
  }

  function written(node) { return named(node.formula, node); }

  function factor(text) { return text.includes(' ') ? '(' + text + ')' : text; }

  function details(id) {
    shown = id;
    const node = nodes.get(id);
    const box = byId(id);
    const rows = [['name', node.name], ['kind', node.kind], ['data', box.dataset.data || 'not computed yet'], ['grad', box.dataset.grad]];
    if (node.formula) {
      rows.push(['operation', node.symbol], ['formula', 'y = ' + node.formula]);
      node.operands.forEach((operand, i) => rows.push([letters[i], nodes.get(operand).name + ' = ' + nodes.get(operand).data]));
      const back = graph.backward.find(step => step.node === id);
      node.derivatives.forEach((text, i) => rows.push(['\u2202y/\u2202' + letters[i], text + ' = ' + back.terms[i].local]));
    }
    const list = document.createElement('dl');
    rows.forEach(([term, text]) => {
      const dt = document.createElement('dt');
      const dd = document.createElement('dd');
      dt.textContent = term;
      dd.textContent = text;
      list.append(dt, dd);
    });
    byId('details').replaceChildren(list);
  }

  // Pan and zoom: the visible part of the picture.

  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let seen = Object.assign({}, all);
  let wanted = seen; // the part that the user chose last; a step may show more
  svg.removeAttribute('width');
  svg.removeAttribute('height');

  function look(part) {
    seen = wanted = part;
    svg.setAttribute('viewBox', [seen.x, seen.y, seen.w, seen.h].join(' '));
  }

  function zoom(factor, x = seen.x + seen.w / 2, y = seen.y + seen.h / 2) {
    factor = Math.max(all.w / 40 / seen.w, Math.min(all.w * 4 / seen.w, factor));
    look({ x: x - (x - seen.x) * factor, y: y - (y - seen.y) * factor, w: seen.w * factor, h: seen.h * factor });
  }

  function move(dx, dy) { look({ x: seen.x + dx, y: seen.y + dy, w: seen.w, h: seen.h }); }

  function point(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  }

  /** Moves to a node at full size if the whole picture would be too small to read. */
  function near(id) {
    const room = svg.getBoundingClientRect();
    if (Math.min(room.width / all.w, room.height / all.h) < 0.6) center(id, room.width, room.height);
  }

  function center(id, w = seen.w, h = seen.h) {
    const box = byId(id).getBBox();
    const inside = (at, part, start, whole) => part >= whole ? start + (whole - part) / 2 : Math.max(start, Math.min(start + whole - part, at));
    look({
      x: inside(box.x + box.width / 2 - w / 2, w, all.x, all.w),
      y: inside(box.y + box.height / 2 - h / 2, h, all.y, all.h),
      w, h
    });
  }

  /** Keeps these nodes in view if only a part of the picture is visible. Zooms out if they do not fit. */
  function follow(ids) {
    if (wanted.w >= all.w) return;
    const boxes = ids.map(id => byId(id).getBBox());
    const left = Math.min(...boxes.map(box => box.x));
    const top = Math.min(...boxes.map(box => box.y));
    const right = Math.max(...boxes.map(box => box.x + box.width));
    const bottom = Math.max(...boxes.map(box => box.y + box.height));
    if (left >= seen.x && top >= seen.y && right <= seen.x + seen.w && bottom <= seen.y + seen.h) return;
    const farther = Math.max(1, 1.05 * (right - left) / wanted.w, 1.05 * (bottom - top) / wanted.h);
    const w = wanted.w * farther;
    const h = wanted.h * farther;
    seen = { x: (left + right - w) / 2, y: (top + bottom - h) / 2, w, h };
    svg.setAttribute('viewBox', [seen.x, seen.y, seen.w, seen.h].join(' '));
  }

  const picture = byId('picture');
  const pointers = new Map();
  picture.addEventListener('wheel', event => {
    event.preventDefault();
    const at = point(event);
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
  }, { passive: false });
  picture.addEventListener('pointerdown', event => {
    pointers.set(event.pointerId, event);
    picture.setPointerCapture(event.pointerId);
    picture.classList.add('dragging');
  });
  picture.addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const others = [...pointers.values()].filter(other => other.pointerId !== event.pointerId);
    if (others.length) {
      const distance = other => Math.hypot(other.clientX - others[0].clientX, other.clientY - others[0].clientY);
      const at = point(others[0]);
      zoom(distance(before) / Math.max(1, distance(event)), at.x, at.y);
    } else {
      const from = point(before);
      const to = point(event);
      move(from.x - to.x, from.y - to.y);
    }
    pointers.set(event.pointerId, event);
  });
  ['pointerup', 'pointercancel'].forEach(type => picture.addEventListener(type, event => {
    pointers.delete(event.pointerId);
    picture.classList.toggle('dragging', pointers.size > 0);
  }));

  // Shows the details of a node that is under the pointer or has the focus.

  graph.nodes.forEach(node => [byId(node.id), byId(node.id + 'op')].filter(Boolean).forEach(element => {
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', element.id === node.id ? node.kind + ' ' + node.name + ', data ' + node.data
      : node.name + ' = ' + written(node));
    ['pointerenter', 'focus'].forEach(type => element.addEventListener(type, () => details(node.id)));
  }));

  const search = byId('search');
  let found = [];
  let turn = 0;
  search.addEventListener('input', () => {
    const text = search.value.trim().toLowerCase();
    document.querySelectorAll('.found').forEach(element => element.classList.remove('found'));
    found = text ? graph.nodes.filter(node =>
      [node.name, node.kind, node.symbol || ''].some(word => word.toLowerCase().includes(text))).map(node => node.id) : [];
    found.forEach(id => byId(id).classList.add('found'));
    turn = 0;
    byId('found').textContent = text ? found.length + ' found' : '';
  });
  search.addEventListener('keydown', event => {
    if (event.key === 'Enter' && found.length) {
      const id = found[turn++ % found.length];
      center(id, Math.min(seen.w, 600), Math.min(seen.w, 600) * all.h / all.w);
      details(id);
    } else if (event.key === 'Escape') {
      search.value = '';
      search.dispatchEvent(new Event('input'));
      search.blur();
    }
  });

  const fit = () => look(Object.assign({}, all));
  const buttons = { zoomIn: () => zoom(1 / 1.3), zoomOut: () => zoom(1.3), fit };
  Object.keys(buttons).forEach(id => byId(id).addEventListener('click', buttons[id]));

  const steps = stepper(last, 0, 900, show);
  const keys = {
    ArrowRight: steps.next, ArrowLeft: steps.back, ArrowUp: steps.back, ArrowDown: steps.next,
    Home: steps.first, End: steps.last, '+': buttons.zoomIn, '=': buttons.zoomIn, '-': buttons.zoomOut, '0': fit,
    '/': () => { search.focus(); search.select(); }, ' ': steps.play
  };
  const moves = { ArrowRight: [0.1, 0], ArrowLeft: [-0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
  document.addEventListener('keydown', event => {
    if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    const shift = event.shiftKey && moves[event.key];
    if (shift) move(shift[0] * seen.w, shift[1] * seen.h);
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });

  byId('stale').hidden = !graph.stale;
  byId('details').textContent = 'Point at a node, or press Tab to go to one.';
  near(forward.length ? forward[0].id : graph.root);
})();
