import { listen } from './live.js';

listen({
  changed(episode) {
    const row = document.getElementById(`case-${episode}`);
    row?.classList.remove('fresh');
    requestAnimationFrame(() => row?.classList.add('fresh'));
  },
});
