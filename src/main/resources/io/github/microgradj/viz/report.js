(function () {
  'use strict';
  const moments = JSON.parse(document.getElementById('training').textContent).moments;
  const byId = id => document.getElementById(id);
  const slider = byId('slider');
  const last = moments.length - 1;
  const updates = moments[last].updates;
  let player = 0;

  function show(index) {
    index = Math.max(0, Math.min(last, index));
    slider.value = index;
    const moment = moments[index];
    byId('title').textContent = moment.updates === 0 ? 'Untrained' : 'After ' + moment.updates + ' of ' + updates + ' updates';
    slider.setAttribute('aria-valuetext', byId('title').textContent);
    ['step', 'loss', 'accuracy', 'rate'].forEach(name => { byId(name).textContent = moment[name]; });
    if (moment.image) byId('field').src = moment.image;
    document.querySelectorAll('.curve').forEach((curve, i) => {
      const line = curve.querySelector('line.now');
      const dot = curve.querySelector('circle.now');
      ['x1', 'x2'].forEach(end => line.setAttribute(end, moment.across));
      dot.setAttribute('cx', moment.across);
      dot.setAttribute('cy', moment.down[i]);
    });
  }

  const stop = () => {
    clearInterval(player);
    player = 0;
    byId('play').setAttribute('aria-pressed', 'false');
    byId('play').textContent = 'Play';
  };
  const step = by => { stop(); show(Number(slider.value) + by); };
  const play = () => {
    if (player) return stop();
    if (Number(slider.value) >= last) show(0);
    byId('play').setAttribute('aria-pressed', 'true');
    byId('play').textContent = 'Pause';
    player = setInterval(() => Number(slider.value) < last ? show(Number(slider.value) + 1) : stop(), Math.min(500, 5000 / moments.length));
  };
  const buttons = { first: () => step(-last), back: () => step(-1), next: () => step(1), last: () => step(last), play };
  Object.keys(buttons).forEach(id => byId(id).addEventListener('click', buttons[id]));
  slider.addEventListener('input', () => { stop(); show(Number(slider.value)); });

  const keys = { ArrowRight: buttons.next, ArrowLeft: buttons.back, Home: buttons.first, End: buttons.last, ' ': play };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !keys[event.key]) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLPreElement) return; // its own keys scroll it
    keys[event.key]();
    event.preventDefault();
  });

  slider.max = last;
  show(last);
})();
