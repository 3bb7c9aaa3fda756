import { listen, onRefreshed, refresh } from './live.js';
import { chartOf } from './chart.js';

const place = document.getElementById('chart');
const episode = place.dataset.episode;
const chart = chartOf(place, {
  readout: document.getElementById('readout'),
  choices: document.getElementById('choices'),
});

/** Notes that the therapist has seen an alert, and shows it in place. */
async function acknowledge(button) {
  if (button.getAttribute('aria-disabled') === 'true') {
    return;
  }
  const fault = button.parentElement.querySelector('.fault');
  const card = button.closest('.alert');
  button.setAttribute('aria-disabled', 'true');
  fault.textContent = '';
  try {
    const address = `/v1/alerts/${encodeURIComponent(button.dataset.acknowledge)}/acknowledge`;
    const answer = await fetch(address, { method: 'POST', headers: { Accept: 'application/json' } });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    await refresh();
    const said = card.querySelector('.said');
    said?.setAttribute('tabindex', '-1');
    said?.focus({ preventScroll: true });
  } catch {
    fault.textContent = button.dataset.failed;
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

document.getElementById('signs').addEventListener('click', (event) => {
  const button = event.target.closest('[data-acknowledge]');
  if (button) {
    acknowledge(button);
  }
});

onRefreshed(() => chart.load());
chart.load();
listen({ concerns: (changed) => changed === episode });
