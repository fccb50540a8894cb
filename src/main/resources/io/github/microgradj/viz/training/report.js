(function () {
  const moments = JSON.parse(byId('training').textContent).moments;
  const last = moments.length - 1;
  const updates = moments[last].updates;

  function show(index) {
    const moment = moments[index];
    byId('title').textContent = moment.updates === 0 ? 'Untrained' : 'After ' + moment.updates + ' of ' + updates + ' updates';
    ['step', 'loss', 'accuracy', 'validation', 'rate'].forEach(name => {
      if (byId(name)) byId(name).textContent = moment[name];
    });
    if (moment.image) byId('field').src = moment.image;
    document.querySelectorAll('.curve').forEach((curve, i) => {
      const line = curve.querySelector('line.now');
      const dot = curve.querySelector('circle.now');
      ['x1', 'x2'].forEach(end => line.setAttribute(end, moment.across));
      dot.setAttribute('cx', moment.across);
      dot.setAttribute('cy', moment.down[i]);
    });
  }

  const steps = stepper(last, last, Math.min(500, 5000 / moments.length), show);
  const keys = { ArrowRight: steps.next, ArrowLeft: steps.back, Home: steps.first, End: steps.last, ' ': steps.play };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !keys[event.key]) return;
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLPreElement) return; // there, these keys scroll the code
    keys[event.key]();
    event.preventDefault();
  });
})();
