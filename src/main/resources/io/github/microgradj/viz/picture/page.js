'use strict';
const byId = id => document.getElementById(id);

/**
 * Lets the user step through the states 0 to last with the slider and with the buttons first, back, next, last and play.
 * A page need not have all of these buttons. The first state shown is start. show(state) shows a state and sets the title;
 * pause is the time in milliseconds for which each state is shown while playing. Returns the actions of the buttons, for
 * use by keys.
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

