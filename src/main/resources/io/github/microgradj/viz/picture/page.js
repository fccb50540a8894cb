'use strict';
const byId = id => document.getElementById(id);

/**
 * Steps through the states 0 to last with the slider, and with those of the buttons first, back, next, last and play that exist.
 * Begins with start. show(state) shows a state and names it in the title; pause is the time per state when playing, in
 * milliseconds. Returns the actions of the buttons, for keys.
 */
function stepper(last, start, pause, show) {
  const slider = byId('slider');
  const state = () => Number(slider.value);
  let player = 0;

  function go(to) {
    slider.value = Math.max(0, Math.min(last, to));
    show(state());
    slider.setAttribute('aria-valuetext', byId('title').textContent);
  }
  function stop() {
    clearInterval(player);
    player = 0;
    byId('play').setAttribute('aria-pressed', 'false');
    byId('play').textContent = 'Play';
  }
  function step(by) {
    stop();
    go(state() + by);
  }
  function play() {
    if (player) return stop();
    if (state() >= last) go(0);
    byId('play').setAttribute('aria-pressed', 'true');
    byId('play').textContent = 'Pause';
    player = setInterval(() => state() < last ? go(state() + 1) : stop(), pause);
  }

  const actions = { first: () => step(-last), back: () => step(-1), next: () => step(1), last: () => step(last), play };
  Object.keys(actions).filter(byId).forEach(id => byId(id).addEventListener('click', actions[id]));
  slider.addEventListener('input', () => step(0));
  slider.max = last;
  go(start);
  return actions;
}

